import { AdminCodeScalar, CodeScalar, FenScalar, InstantScalar, WriteInput } from '@linju/kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';

import { DonorVisibility } from '../rules/donor-visibility.js';
import { InflowChannel } from '../rules/inflow-channel.js';
import { PostingState } from '../rules/transfer-state.js';
import { TransferCode } from '../rules/transfer-code.js';
import { TransferPhase } from '../rules/transfer-phase.js';
import { DonorInput } from './donor.js';
import { OutcomeInput } from './outcome.js';
import { UserError } from './shared.js';
import { SourceRefInput } from './source-ref.js';
import { Transfer } from './transfer.js';

@InputType('TransferLineInput', { description: '转账\nOne transfer of a set.' })
export class TransferLineInput {
  @Field(() => String, { description: 'The code of the account it leaves, see Account.' })
  fromAccount: string;

  @Field(() => String, { description: 'The code of the account it enters.' })
  toAccount: string;

  @Field(() => FenScalar, { description: 'Fen, 1 to 1,000,000,000,000.' })
  amountFen: bigint;

  @Field(() => TransferCode, { description: 'What kind of transfer; any but CORRECTION.' })
  code: TransferCode;

  @Field(() => InflowChannel, {
    nullable: true,
    description: 'Of money that comes in; where the kind leaves a choice, NOT_STATED unless given.',
  })
  channel?: InflowChannel | null;

  @Field(() => TransferPhase, {
    nullable: true,
    description:
      'Follows from the pledge named as sourceRef; to be left out but for imported history.',
  })
  phase?: TransferPhase | null;

  @Field(() => CodeScalar, {
    nullable: true,
    description: 'A code of the list Purpose; follows from the accounts where they name one.',
  })
  purpose?: string | null;

  @Field(() => SourceRefInput, {
    nullable: true,
    description: 'What the money comes from or is decided by: a pledge, an agreement, a grant.',
  })
  sourceRef?: SourceRefInput | null;

  @Field(() => [OutcomeInput], { nullable: true, description: 'What it pays for, at most 20.' })
  outcomes?: OutcomeInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether giver and fund are related; null: not stated.',
  })
  relatedParty?: boolean | null;

  @Field(() => DonorInput, {
    nullable: true,
    description: 'Who gives. Kept apart and shown to few.',
  })
  donor?: DonorInput | null;

  @Field(() => DonorVisibility, {
    nullable: true,
    description: 'NAMED for organisations only; ANONYMOUS unless given.',
  })
  donorVisibility?: DonorVisibility | null;

  @Field(() => String, {
    nullable: true,
    description: 'How goods were valued; required for IN_KIND_RECEIPT.',
  })
  valuationBasis?: string | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'When it was true; null: now. Of an earlier day only with a note.',
  })
  effectiveAt?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Internal note, up to 1,000 characters: why it is entered late, for one.',
  })
  note?: string | null;
}

@InputType('PostTransfersInput', {
  description: '入账\nA set of transfers of one district, posted together or not at all.',
})
export class PostTransfersInput extends WriteInput {
  @Field(() => AdminCodeScalar, { description: 'The district whose money moves.' })
  districtCode: string;

  @Field(() => PostingState, {
    nullable: true,
    description: 'POSTED at once, or PENDING until resolveTransfers; POSTED unless given.',
  })
  state?: PostingState | null;

  @Field(() => FenScalar, {
    nullable: true,
    description: 'What all lines come to, as the paper says; a different sum is refused.',
  })
  totalFen?: bigint | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'History taken over by linju itself; false unless given.',
  })
  imported?: boolean | null;

  @Field(() => [TransferLineInput], { description: '1 to 100 transfers.' })
  lines: TransferLineInput[];
}

@ObjectType('TransfersPayload', {
  description: '入账结果\nThe transfers after a write, or why not.',
})
export class TransfersPayload {
  @Field(() => ID, { nullable: true, description: 'The set; null when the write was refused.' })
  setId?: string | null;

  @Field(() => [Transfer], {
    nullable: true,
    description: 'Its transfers in the order of the lines; null when the write was refused.',
  })
  transfers?: object[] | null;

  @Field(() => [UserError], { description: 'Empty when the write was done.' })
  userErrors: object[];
}
