import { WriteInput } from '@linju/kit';
import { Field, ID, InputType } from 'type-graphql';

import { TransferLineInput } from './post-transfers-input.js';

@InputType('CorrectTransferInput', {
  description:
    '更正转账\nTakes a posted transfer back, and posts what is right in its place if that is given.',
})
export class CorrectTransferInput extends WriteInput {
  @Field(() => ID, { description: 'The transfer that is wrong.' })
  transferId: string;

  @Field(() => String, { description: 'What was wrong, up to 500 characters, public.' })
  correctionNote: string;

  @Field(() => TransferLineInput, {
    nullable: true,
    description: 'What is right; null: nothing takes its place.',
  })
  replacement?: TransferLineInput | null;
}
