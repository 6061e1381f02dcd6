import { InstantScalar, MoveInput, WriteInput } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

import { MembershipState } from '../rules/membership-states.js';

@InputType('ApplyForMembershipInput', {
  description: '申请加入\nEnters the application of a partner to a scheme.',
})
export class ApplyForMembershipInput extends WriteInput {
  @Field(() => ID, { description: 'partner_…' })
  partnerId: string;

  @Field(() => ID, { description: 'partnerscheme_…' })
  schemeId: string;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When it applied; null: now. Never in the future.',
  })
  appliedAt?: Date | null;
}

@InputType('MoveMembershipInput', {
  description:
    '变更合伙人资格\nOne move of a membership: review, admit, reject, sign, activate, suspend or leave. A reason is due for REJECTED, SUSPENDED and EXITED.',
})
export class MoveMembershipInput extends MoveInput {
  @Field(() => ID, { description: 'membership_…' })
  membershipId: string;

  @Field(() => MembershipState, { description: 'The state it moves to.' })
  to: MembershipState;
}
