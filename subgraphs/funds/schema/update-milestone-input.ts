import { PartialDateScalar } from '@linju/kit';
import { Field, ID, InputType, Int } from 'type-graphql';

import { MilestoneState } from '../rules/milestone-state.js';

@InputType('UpdateMilestoneInput', {
  description: '更新里程碑\nWhat became of a planned step of a grant.',
})
export class UpdateMilestoneInput {
  @Field(() => String, {
    description: 'One per write, 1 to 255 characters; repeat it to repeat safely.',
  })
  idempotencyKey: string;

  @Field(() => ID, { description: 'grant_…' })
  grantId: string;

  @Field(() => Int, { description: 'Which step, counted from 1.' })
  position: number;

  @Field(() => MilestoneState, { description: 'What became of it.' })
  state: MilestoneState;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'When it was met, wholly or in part; else left out.',
  })
  metOn?: string | null;

  @Field(() => PartialDateScalar, {
    nullable: true,
    description: 'A new planned date; null: as it is.',
  })
  plannedOn?: string | null;
}
