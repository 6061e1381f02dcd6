import type { DonorKind } from './donor-kind.js';
import type { DonorVisibility } from './donor-visibility.js';
import type { InflowChannel } from './inflow-channel.js';
import type { OutcomeShare } from './outcome-type.js';
import type { SourceReference } from './source-ref.js';
import type { TransferCode } from './transfer-code.js';
import type { TransferPhase } from './transfer-phase.js';
import type { ResolvedState } from './transfer-state.js';

/** A transfer as the ledger keeps it for ever; of donor and note, which may be erased, only digests. */
export interface LedgerTransfer {
  readonly id: string;
  readonly setId: string;
  readonly setSize: number;
  readonly line: number;
  readonly districtCode: string;
  readonly fundId: string | null;
  readonly partnerId: string | null;
  readonly fromAccount: string;
  readonly toAccount: string;
  readonly amountFen: bigint;
  readonly code: TransferCode;
  readonly channel: InflowChannel | null;
  readonly phase: TransferPhase | null;
  readonly purpose: string | null;
  readonly corrects: string | null;
  readonly correctionNote: string | null;
  readonly sourceRef: SourceReference | null;
  readonly outcomes: readonly OutcomeShare[];
  readonly valuationBasis: string | null;
  readonly effectiveAt: Date;
  readonly recordedAt: Date;
  readonly imported: boolean;
  readonly relatedParty: boolean | null;
  readonly donorKind: DonorKind | null;
  readonly donorVisibility: DonorVisibility;
  /** SHA-256 over the donor and a salt that stand beside it; null: no donor is known. */
  readonly donorDigest: string | null;
  /** SHA-256 over the note and a salt that stand beside it; null: there is no note. */
  readonly noteDigest: string | null;
  /** Who posted its set, by the viewer's id, and under which key: kept with the set, for ever. */
  readonly caller: string;
  readonly idempotencyKey: string;
}

/** How a transfer enters the book: reserved, or posted at once. */
export type EntryKind = 'RESERVED' | 'POSTED';

/** The end of a set's waiting. */
export interface SetResolution {
  readonly setId: string;
  readonly state: ResolvedState;
  readonly effectiveAt: Date;
  readonly recordedAt: Date;
  readonly reason: string | null;
}

/** The chain that a transfer is a link of: its fund's, or its district's when it touches no fund. */
export const ledgerOf = ({
  fundId,
  districtCode,
}: Pick<LedgerTransfer, 'fundId' | 'districtCode'>): string => fundId ?? districtCode;

/**
 * What the chain vouches for of a transfer: all of it, also who posted it. That is never erased: money is
 * accounted for by those who moved it, and a key that was forgotten could post again. Imported history leaves out when it was
 * entered, which differs between installations: so the same history gives the same chain.
 */
export function transferPayload(transfer: LedgerTransfer, kind: EntryKind): object {
  const { recordedAt, outcomes, ...rest } = transfer;
  return {
    ...rest,
    kind,
    outcomes: [...outcomes]
      .sort(byReference)
      .map(({ type, id, weightBps }) => ({ type, id, weightBps })),
    ...(transfer.imported ? {} : { recordedAt }),
  };
}

/** What the chain vouches for of a resolution. */
export const resolutionPayload = (resolution: SetResolution): object => ({
  ...resolution,
  kind: 'RESOLVED',
});

const byReference = (left: OutcomeShare, right: OutcomeShare): number =>
  `${left.type}:${left.id}` < `${right.type}:${right.id}` ? -1 : 1;
