import { InstantScalar } from '@linju/kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { DisclosureChannel } from '../rules/disclosure-channel.js';
import { DisclosureDuty } from '../rules/disclosure-duty.js';
import { Fund } from './fund.js';
import { Organisation } from './organisation.js';
import { Provenance } from './shared.js';
import { SourceRef } from './source-ref.js';

@ObjectType('Disclosure', {
  description: '信息公开\nSomething that has to be published, and when it was.',
})
@Directive('@key(fields: "id")')
export class Disclosure {
  @Field(() => ID, { description: 'disclosure_…' })
  id: string;

  @Field(() => Fund, { nullable: true, description: 'Of a duty of a fund, the fund.' })
  fund?: object | null;

  @Field(() => Organisation, {
    nullable: true,
    description: 'Of a duty of a host charity, the charity.',
  })
  hostCharity?: object | null;

  @Field(() => DisclosureDuty, { description: 'Which duty.' })
  duty: DisclosureDuty;

  @Field(() => SourceRef, {
    nullable: true,
    description: 'What it is about; null: the fund as a whole.',
  })
  subjectRef?: SourceRef | null;

  @Field(() => InstantScalar, { description: 'When it has to be published.' })
  dueAt: Date;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was; null: not yet.' })
  publishedAt?: Date | null;

  @Field(() => [DisclosureChannel], { description: 'Where it was; empty until then.' })
  channels: DisclosureChannel[];

  @Field(() => Disclosure, {
    nullable: true,
    description: 'The publication that this one corrects.',
  })
  correctionOf?: Disclosure | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was wrong; published with the correction.',
  })
  correctionNote?: string | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
