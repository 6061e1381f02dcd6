import { MoveInput, PartialDateScalar, QuantityQualifier, Unit } from '@linju/kit';
import { Field, Float, ID, InputType } from 'type-graphql';

import { DistributionState } from '../rules/distribution-states.js';
import { PlacedInput } from './place-input.js';
import { ScheduleInput } from './schedule-input.js';

@InputType('RecipientsInput', {
  description: '领取人数\nHow many receive: a count, never a list of people.',
})
export class RecipientsInput {
  @Field(() => Float, { description: 'A whole number from 0.' })
  value: number;

  @Field(() => QuantityQualifier, { description: 'How exact it is.' })
  qualifier: QuantityQualifier;

  @Field(() => Unit, { description: 'PERSON, FAMILY or COUPLE.' })
  unit: Unit;
}

@InputType('PlanDistributionInput', {
  description: '计划发放\nGoods to be handed out: on one day, or again and again by a schedule.',
})
export class PlanDistributionInput extends PlacedInput {
  @Field(() => String, { description: 'The programme it belongs to, 1 to 200 characters.' })
  programme: string;

  @Field(() => ID, { nullable: true, description: 'Where it is handed out: facility_…' })
  facilityId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Who gives it: partner_…' })
  partnerId?: string | null;

  @Field(() => ScheduleInput, { nullable: true, description: 'When it repeats.' })
  schedule?: ScheduleInput | null;

  @Field(() => PartialDateScalar, { nullable: true, description: 'The day, YYYY-MM-DD.' })
  plannedOn?: string | null;

  @Field(() => RecipientsInput, { nullable: true, description: 'How many are to receive.' })
  recipients?: RecipientsInput | null;

  @Field(() => String, { nullable: true, description: 'What is handed out, in words.' })
  goodsKind?: string | null;
}

@InputType('MoveDistributionInput', {
  description:
    '变更发放状态\nSays that a distribution was done, on which day and to how many, or cancelled.',
})
export class MoveDistributionInput extends MoveInput {
  @Field(() => ID, { description: 'distribution_…' })
  distributionId: string;

  @Field(() => DistributionState, { description: 'DONE or CANCELLED.' })
  to: DistributionState;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'The day it was done; with DONE.',
  })
  doneOn?: string | null;

  @Field(() => RecipientsInput, { nullable: true, description: 'How many received; with DONE.' })
  recipients?: RecipientsInput | null;
}
