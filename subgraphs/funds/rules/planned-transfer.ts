import type { LedgerTransfer } from './ledger-transfer.js';
import type { TransferDraft } from './transfer-line.js';

/** A transfer that every rule has let pass, on its way into the ledger. */
export interface PlannedTransfer extends TransferDraft {
  readonly id: string;
  /** The transfer it takes back or replaces. */
  readonly corrects: string | null;
  readonly correctionNote: string | null;
  /** Where it stands in the input, for refusals. */
  readonly field: string;
}

/** What all transfers of a set have in common. */
export interface SetFacts {
  readonly setId: string;
  readonly setSize: number;
  readonly districtCode: string;
  readonly recordedAt: Date;
  readonly imported: boolean;
  /** Who posted it, by the viewer's id, and under which key. */
  readonly caller: string;
  readonly idempotencyKey: string;
}

/** What a transfer gets on its way into the ledger. */
export interface LedgerPlace {
  readonly set: SetFacts;
  /** Its number in the set, from 1. */
  readonly line: number;
  readonly donorDigest: string | null;
  readonly noteDigest: string | null;
}

/** The fund a transfer touches; null: none. */
export const fundIdOf = ({ from, to }: Pick<PlannedTransfer, 'from' | 'to'>): string | null =>
  from.fundId ?? to.fundId;

/** From a planned transfer to what the ledger keeps. */
export function ledgerTransfer(
  planned: PlannedTransfer,
  { set, line, donorDigest, noteDigest }: LedgerPlace,
): LedgerTransfer {
  return {
    id: planned.id,
    ...set,
    line,
    fundId: fundIdOf(planned),
    partnerId: partnerIdOf(planned),
    fromAccount: planned.from.code,
    toAccount: planned.to.code,
    amountFen: planned.amountFen,
    code: planned.code,
    channel: planned.channel,
    phase: planned.phase,
    purpose: planned.purpose,
    corrects: planned.corrects,
    correctionNote: planned.correctionNote,
    sourceRef: planned.sourceRef,
    outcomes: planned.outcomes,
    valuationBasis: planned.valuationBasis,
    effectiveAt: planned.effectiveAt,
    relatedParty: planned.relatedParty,
    donorKind: planned.donorKind,
    donorVisibility: planned.donorVisibility,
    donorDigest,
    noteDigest,
  };
}

// Only what is public anyway: the account or the source. Who a donor is stays in its side table.
const partnerIdOf = ({ from, to, sourceRef }: PlannedTransfer): string | null =>
  from.partnerId ?? to.partnerId ?? (sourceRef?.type === 'Partner' ? sourceRef.id : null);
