import { PartialDateScalar, WriteInput } from '@linju/kit';
import { Field, ID, InputType, Int } from 'type-graphql';

import { MilestoneState } from '../rules/milestone-state.js';

@InputType('MoveMilestoneInput', {
  description: '更新里程碑\nWhat became of a planned step of a grant.',
})
export class MoveMilestoneInput extends WriteInput {
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
