import { FenScalar, InstantScalar } from '@linju/kit';
import { Directive, Field, ID, ObjectType } from 'type-graphql';

import { DonorKind } from '../rules/donor-kind.js';
import { DonorVisibility } from '../rules/donor-visibility.js';
import { InflowChannel } from '../rules/inflow-channel.js';
import { TransferCode } from '../rules/transfer-code.js';
import { TransferPhase } from '../rules/transfer-phase.js';
import { TransferState } from '../rules/transfer-state.js';
import { Account } from './account.js';
import { District } from './district.js';
import { Donor } from './donor.js';
import { Fund } from './fund.js';
import { Outcome } from './outcome.js';
import { Provenance, Transition } from './shared.js';
import { SourceRef } from './source-ref.js';

@ObjectType('Transfer', {
  description:
    '转账\nAn amount that leaves one account and enters another. Never changed or deleted: a mistake is taken back by a CORRECTION, and what is right is posted anew.',
})
@Directive('@key(fields: "id")')
export class Transfer {
  @Field(() => ID, { description: 'transfer_…' })
  id: string;

  @Field(() => Fund, { nullable: true, description: 'The fund it touches; null: none.' })
  fund?: object | null;

  @Field(() => District, { nullable: true, description: 'The district whose money it is.' })
  district?: object | null;

  @Field(() => Account, { nullable: true, description: 'The account that is debited.' })
  fromAccount?: Account | null;

  @Field(() => Account, { nullable: true, description: 'The account that is credited.' })
  toAccount?: Account | null;

  @Field(() => FenScalar, { description: 'Fen, above 0.' })
  amountFen: bigint;

  @Field(() => TransferCode, { description: 'What kind of transfer it is.' })
  code: TransferCode;

  @Field(() => InflowChannel, { nullable: true, description: 'Null unless money comes in.' })
  channel?: InflowChannel | null;

  @Field(() => TransferPhase, { nullable: true, description: 'Null unless money comes in.' })
  phase?: TransferPhase | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the money is for, a code of the list Purpose; null where it came without one.',
  })
  purpose?: string | null;

  @Field(() => TransferState, { description: 'The state of its set, now.' })
  state: TransferState;

  @Field(() => ID, { description: 'Transfers with one setId are posted together or not at all.' })
  setId: string;

  @Field(() => Transfer, {
    nullable: true,
    description: 'The transfer that this one takes back (CORRECTION) or replaces.',
  })
  corrects?: Transfer | null;

  @Field(() => Transfer, {
    nullable: true,
    description: 'The CORRECTION that took this one back; null: it stands.',
  })
  correctedBy?: Transfer | null;

  @Field(() => String, { nullable: true, description: 'Why; of transfers that correct another.' })
  correctionNote?: string | null;

  @Field(() => SourceRef, {
    nullable: true,
    description: 'What the money came from or was decided by.',
  })
  sourceRef?: SourceRef | null;

  @Field(() => [Outcome], { nullable: true, description: 'What it paid for.' })
  outcomes?: Outcome[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'How goods were valued; of transfers in kind.',
  })
  valuationBasis?: string | null;

  @Field(() => InstantScalar, { description: 'When it was true.' })
  effectiveAt: Date;

  @Field(() => InstantScalar, { description: 'When it was entered.' })
  recordedAt: Date;

  @Field(() => Boolean, { description: 'Whether it is history taken over after the fact.' })
  imported: boolean;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether giver and fund are related; null: not stated.',
  })
  relatedParty?: boolean | null;

  @Field(() => DonorKind, { nullable: true, description: 'What kind of giver; null: no giver.' })
  donorKind?: DonorKind | null;

  @Field(() => DonorVisibility, { description: 'Whether the giver is named in public.' })
  donorVisibility: DonorVisibility;

  @Field(() => Donor, {
    nullable: true,
    description:
      'Who gave. Personal (P2) unless donorVisibility is NAMED: null for callers who may not see it, and where it is not known.',
  })
  donor?: Donor | null;

  @Field(() => String, {
    nullable: true,
    description: 'The key it was posted under. Internal (P1): null for other callers.',
  })
  idempotencyKey?: string | null;

  @Field(() => [Transition], { nullable: true, description: 'Its past states, oldest first.' })
  transitions?: object[] | null;

  @Field(() => Provenance, { nullable: true, description: 'Where the record comes from.' })
  provenance?: object | null;
}
