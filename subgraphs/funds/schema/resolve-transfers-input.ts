import { InstantScalar, WriteInput } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

import { TransferState } from '../rules/transfer-state.js';

@InputType('ResolveTransfersInput', {
  description: '处理待入账\nEnds the waiting of a PENDING set, all its transfers together.',
})
export class ResolveTransfersInput extends WriteInput {
  @Field(() => ID, { description: 'transferset_…' })
  setId: string;

  @Field(() => TransferState, {
    description:
      'POSTED, VOIDED or EXPIRED. POSTED only where the fund’s state lets money move now, and the grants it pays may be paid.',
  })
  to: TransferState;

  @Field(() => InstantScalar, {
    nullable: true,
    description:
      'When it was so; null: now. Not before the transfers themselves, and of an earlier day only with a reason.',
  })
  effectiveAt?: Date | null;

  @Field(() => String, { nullable: true, description: 'Why; up to 200 characters, public.' })
  reason?: string | null;
}
