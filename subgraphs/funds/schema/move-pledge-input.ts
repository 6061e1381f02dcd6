import { InstantScalar } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

import { PledgeState } from '../rules/pledge-state.js';

@InputType('MovePledgeInput', { description: '变更认捐状态\nOne move of a pledge’s state.' })
export class MovePledgeInput {
  @Field(() => String, {
    description: 'One per write, 1 to 255 characters; repeat it to repeat safely.',
  })
  idempotencyKey: string;

  @Field(() => ID, { description: 'pledge_…' })
  pledgeId: string;

  @Field(() => PledgeState, { description: 'The state it moves to.' })
  to: PledgeState;

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
