import { AdminCodeScalar, CodeScalar, PartialDateScalar, WriteInput } from '@linju/kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';

import { PolicyInstrument } from './policy-instrument.js';
import { WritePayload } from './write-payload.js';

@InputType('RegisterPolicyInstrumentInput', {
  description: '登记政策文件\nA rule book that binds in your district.',
})
export class RegisterPolicyInstrumentInput extends WriteInput {
  @Field(() => String, { description: 'Its title, 1 to 200 characters.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'Its number, up to 100 characters.' })
  documentNo?: string | null;

  @Field(() => ID, { nullable: true, description: 'The organisation that issued it.' })
  issuerId?: string | null;

  @Field(() => AdminCodeScalar, { description: 'The district it binds.' })
  districtCode: string;

  @Field(() => Boolean, { description: 'Whether it is on trial (试行).' })
  trial: boolean;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'First day in force; null: not stated.',
  })
  effectiveFrom?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'Last day in force, not before effectiveFrom; null: open or not stated.',
  })
  effectiveTo?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The one it replaces; it binds in the same district.',
  })
  supersedesId?: string | null;

  @Field(() => [CodeScalar], {
    nullable: true,
    description: 'The rules of this graph that rest on it, such as R8; at most 20.',
  })
  basisFor?: string[] | null;
}

@ObjectType('PolicyInstrumentPayload', {
  description: '政策文件写入结果\nThe policy instrument after a write, or why not.',
})
export class PolicyInstrumentPayload extends WritePayload {
  @Field(() => PolicyInstrument, {
    nullable: true,
    description: 'Null when the write was refused.',
  })
  policyInstrument?: PolicyInstrument | null;
}
