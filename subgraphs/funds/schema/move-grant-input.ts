import { FenScalar, InstantScalar } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

import { GrantState } from '../rules/grant-state.js';

@InputType('MoveGrantInput', {
  description:
    '变更资助状态\nOne move of a grant’s state. The move to APPROVED states what is awarded.',
})
export class MoveGrantInput {
  @Field(() => String, {
    description: 'One per write, 1 to 255 characters; repeat it to repeat safely.',
  })
  idempotencyKey: string;

  @Field(() => ID, { description: 'grant_…' })
  grantId: string;

  @Field(() => GrantState, { description: 'The state it moves to.' })
  to: GrantState;

  @Field(() => FenScalar, {
    nullable: true,
    description: 'To APPROVED only: 1 to what was applied for, fen.',
  })
  awardedFen?: bigint | null;

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
