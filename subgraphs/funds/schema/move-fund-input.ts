import { InstantScalar } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

import { FundState } from '../rules/fund-state.js';

@InputType('MoveFundInput', {
  description: '变更基金状态\nOne move of a fund’s state. The move to OPEN launches it.',
})
export class MoveFundInput {
  @Field(() => String, {
    description: 'One per write, 1 to 255 characters; repeat it to repeat safely.',
  })
  idempotencyKey: string;

  @Field(() => ID, { description: 'fund_…' })
  fundId: string;

  @Field(() => FundState, { description: 'The state it moves to.' })
  to: FundState;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When it was so; null: now. Never in the future.',
  })
  effectiveAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why; up to 200 characters, public.' })
  reason?: string | null;

  @Field(() => String, { nullable: true, description: 'Internal note, up to 1,000 characters.' })
  note?: string | null;
}
