import { MoveInput } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

import { PledgeState } from '../rules/pledge-state.js';

@InputType('MovePledgeInput', { description: '变更认捐状态\nOne move of a pledge’s state.' })
export class MovePledgeInput extends MoveInput {
  @Field(() => ID, { description: 'pledge_…' })
  pledgeId: string;

  @Field(() => PledgeState, { description: 'The state it moves to.' })
  to: PledgeState;
}
