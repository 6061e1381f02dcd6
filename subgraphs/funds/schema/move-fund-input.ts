import { MoveInput } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

import { FundState } from '../rules/fund-state.js';

@InputType('MoveFundInput', {
  description: '变更基金状态\nOne move of a fund’s state. The move to OPEN launches it.',
})
export class MoveFundInput extends MoveInput {
  @Field(() => ID, { description: 'fund_…' })
  fundId: string;

  @Field(() => FundState, { description: 'The state it moves to.' })
  to: FundState;
}
