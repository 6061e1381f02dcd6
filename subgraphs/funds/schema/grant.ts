import { FenScalar } from '@linju/kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { GrantState } from '../rules/grant-state.js';
import { Area } from './area.js';
import { Fund } from './fund.js';
import { GrantRecipient } from './grant-recipient.js';
import { Milestone, Period, Provenance, Transition } from './shared.js';

@ObjectType('Grant', {
  description:
    '项目资助\nMoney of a fund for a project of a partner or team: applied for, awarded, disbursed.',
})
@Directive('@key(fields: "id")')
export class Grant {
  @Field(() => ID, { description: 'grant_…' })
  id: string;

  @Field(() => Fund, { nullable: true, description: 'The fund that pays.' })
  fund?: object | null;

  @Field(() => GrantRecipient, { nullable: true, description: 'Who receives it.' })
  recipient?: object | null;

  @Field(() => String, { description: 'What it is called.' })
  title: string;

  @Field(() => String, { description: 'A code of the list Purpose.' })
  purpose: string;

  @Field(() => FenScalar, { description: 'What was applied for, fen.' })
  appliedFen: bigint;

  @Field(() => FenScalar, {
    nullable: true,
    description: 'What was granted, fen; null before approval.',
  })
  awardedFen?: bigint | null;

  @Field(() => FenScalar, {
    nullable: true,
    description:
      'What was paid, fen: posted GRANT_PAYMENT transfers that name it, less those taken back.',
  })
  disbursedFen?: bigint | null;

  @Field(() => Period, {
    nullable: true,
    description: 'When it is to take place; null: not stated.',
  })
  plannedPeriod?: object | null;

  @Field(() => Period, {
    nullable: true,
    description: 'When it took place; null until it has begun.',
  })
  actualPeriod?: object | null;

  @Field(() => Area, {
    nullable: true,
    description: 'The place that benefits, which need not be where the recipient sits.',
  })
  beneficiaryPlace?: object | null;

  @Field(() => Boolean, { description: 'Whether anybody could apply.' })
  openCall: boolean;

  @Field(() => GrantState, { description: 'Where it stands.' })
  state: GrantState;

  @Field(() => [Milestone], { nullable: true, description: 'Its planned steps, in order.' })
  milestones?: object[] | null;

  @Field(() => [Transition], { nullable: true, description: 'Its past states, oldest first.' })
  transitions?: object[] | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
