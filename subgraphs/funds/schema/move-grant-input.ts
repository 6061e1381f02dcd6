import { FenScalar, MoveInput } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

import { GrantState } from '../rules/grant-state.js';

@InputType('MoveGrantInput', {
  description:
    '变更资助状态\nOne move of a grant’s state. The move to APPROVED states what is awarded.',
})
export class MoveGrantInput extends MoveInput {
  @Field(() => ID, { description: 'grant_…' })
  grantId: string;

  @Field(() => GrantState, { description: 'The state it moves to.' })
  to: GrantState;

  @Field(() => FenScalar, {
    nullable: true,
    description: 'To APPROVED only: 1 to what was applied for, fen.',
  })
  awardedFen?: bigint | null;
}
