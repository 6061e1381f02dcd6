import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';

import { Evaluation } from './evaluation.js';
import { Membership } from './membership.js';
import { Money, Provenance } from './shared.js';

@ObjectType('Award', {
  description:
    '激励\nA title and money for a membership in a year. Awards to persons are shown to officers and analysts only.',
})
@Directive('@key(fields: "id")')
export class Award {
  @Field(() => ID, { description: 'award_…' })
  id: string;

  @Field(() => Membership, { nullable: true, description: 'Who won.' })
  membership?: Membership | null;

  @Field(() => String, { description: 'The title.' })
  title: string;

  @Field(() => Int, { description: 'The calendar year.' })
  year: number;

  @Field(() => Money, { description: 'The least the title carried then.' })
  amountMin: object;

  @Field(() => Money, { description: 'The most the title carried then.' })
  amountMax: object;

  @Field(() => Money, { description: 'What was granted.' })
  amount: object;

  @Field(() => Evaluation, { nullable: true, description: 'The evaluation it rests on.' })
  evaluation?: Evaluation | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The transfer that paid it (transfer_…); null: not paid yet, or not stated.',
  })
  transferRef?: string | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
