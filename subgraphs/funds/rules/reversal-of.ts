import { refuse } from '@linju/kit';

import { parseAccountCode } from './account-code.js';
import type { InflowChannel } from './inflow-channel.js';
import type { DonorKind } from './donor-kind.js';
import type { PlannedTransfer } from './planned-transfer.js';
import type { TransferCode } from './transfer-code.js';
import type { TransferPhase } from './transfer-phase.js';
import type { TransferState } from './transfer-state.js';

/** What a correction must know of the transfer it is about. */
export interface CorrectableTransfer {
  readonly id: string;
  readonly fromAccount: string;
  readonly toAccount: string;
  readonly amountFen: bigint;
  readonly code: TransferCode;
  readonly channel: InflowChannel | null;
  readonly phase: TransferPhase | null;
  readonly purpose: string | null;
  readonly relatedParty: boolean | null;
  readonly donorKind: DonorKind | null;
  readonly state: TransferState;
  readonly resolvedAt: Date | null;
  /** The transfer that took it back already; null: none did. */
  readonly correctedBy: string | null;
}

/**
 * Lets a transfer be corrected: one that is posted, is no correction itself, and was not corrected.
 * @throws Refusal RULE_VIOLATED, TRANSFER_ALREADY_CORRECTED
 */
export function requireCorrectable({ id, state, code, correctedBy }: CorrectableTransfer): void {
  if (correctedBy !== null) refuseCorrected(id, correctedBy);
  if (code === 'CORRECTION') {
    refuse('RULE_VIOLATED', {
      field: 'transferId',
      message: 'A correction is not taken back. Post what is right as a transfer of its own.',
    });
  }
  if (state === 'POSTED') return;
  refuse('RULE_VIOLATED', {
    field: 'transferId',
    message:
      state === 'PENDING'
        ? `Transfer ${id} is PENDING. Void its set with resolveTransfers.`
        : `Transfer ${id} is ${state}: it moved no money, so there is nothing to take back.`,
  });
}

/** @throws Refusal TRANSFER_ALREADY_CORRECTED always */
export function refuseCorrected(id: string, correctedBy: string): never {
  refuse('TRANSFER_ALREADY_CORRECTED', {
    field: 'transferId',
    message: `Transfer ${id} was taken back by ${correctedBy} already. Correct what replaced it.`,
  });
}

/**
 * The mirror of a transfer. It takes effect when the transfer did, since that never was true; only
 * its recordedAt tells when the mistake was found. So every question about the past gets the right
 * answer, and the same question with an earlier knownAt still gets the one that was given then.
 */
export function reversalOf(
  transfer: CorrectableTransfer,
  { id, correctionNote }: { readonly id: string; readonly correctionNote: string },
): PlannedTransfer {
  return {
    id,
    from: parseAccountCode(transfer.toAccount),
    to: parseAccountCode(transfer.fromAccount),
    amountFen: transfer.amountFen,
    code: 'CORRECTION',
    channel: transfer.channel,
    phase: transfer.phase,
    purpose: transfer.purpose,
    sourceRef: null,
    outcomes: [],
    relatedParty: transfer.relatedParty,
    donorKind: transfer.donorKind,
    donor: null,
    donorVisibility: 'ANONYMOUS',
    valuationBasis: null,
    effectiveAt: transfer.resolvedAt ?? refuseUnresolved(transfer.id),
    note: null,
    corrects: transfer.id,
    correctionNote,
    field: 'transferId',
  };
}

const refuseUnresolved = (id: string): never =>
  refuse('RULE_VIOLATED', { field: 'transferId', message: `Transfer ${id} is not posted.` });
