import { PartialDateScalar } from '@linju/kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { Area } from './area.js';
import { Organisation } from './organisation.js';
import { Provenance } from './shared.js';

@ObjectType('PolicyInstrument', {
  description: '政策文件\nA rule book: what it is, who issued it, where and when it binds.',
})
@Directive('@key(fields: "id")')
export class PolicyInstrument {
  @Field(() => ID, { description: 'policyinstrument_…' })
  id: string;

  @Field(() => String, { description: 'Its title.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Its number; null where not stated.' })
  documentNo?: string | null;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Who issued it; null where not stated.',
  })
  issuer?: Organisation | null;

  @Field(() => Area, {
    nullable: true,
    description: 'The city or district it binds; null: a whole province, see scopeCode.',
  })
  scope?: object | null;

  @Field(() => String, {
    description: 'The code of what it binds: a province (430000), a city or a district.',
  })
  scopeCode: string;

  @Field(() => Boolean, { description: 'Whether it is on trial (试行).' })
  trial: boolean;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'First day in force; null: not stated.',
  })
  effectiveFrom?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'Last day in force; null: open or not stated.',
  })
  effectiveTo?: string | null;

  @Field(() => PolicyInstrument, { nullable: true, description: 'The one it replaces.' })
  supersedes?: PolicyInstrument | null;

  @Field(() => [String], { description: 'The rules of this graph that rest on it, such as R8.' })
  basisFor: string[];

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
