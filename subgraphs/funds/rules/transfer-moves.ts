import type { TransferState } from './transfer-state.js';

/** What the past of a transfer is read from: itself and the resolution of its set. */
export interface MovedTransfer {
  readonly effectiveAt: Date;
  readonly recordedAt: Date;
  readonly state: TransferState;
  /** Null: still PENDING. */
  readonly resolvedAt: Date | null;
  readonly resolvedRecordedAt: Date | null;
  readonly resolvedReason: string | null;
  /** P1: null unless the row policy shows it to the viewer. */
  readonly note: string | null;
}

/**
 * The past of a transfer as moves of its state, oldest first: one where it was posted at once, else
 * the reservation and, when it has ended, its end. There is no second store of it to disagree with.
 */
export function transferMoves(
  transfer: MovedTransfer,
  { seesNote }: { readonly seesNote: boolean },
) {
  const { effectiveAt, recordedAt, state, resolvedAt, resolvedRecordedAt } = transfer;
  const note = seesNote ? transfer.note : null;
  const isAtOnce = state === 'POSTED' && resolvedRecordedAt?.getTime() === recordedAt.getTime();
  const entered = { from: null, at: effectiveAt, recordedAt, reason: null, note };
  if (isAtOnce) return [{ ...entered, to: state }];
  const reserved = { ...entered, to: 'PENDING' as const };
  if (resolvedAt === null || resolvedRecordedAt === null) return [reserved];
  const resolved = {
    from: 'PENDING' as const,
    to: state,
    at: resolvedAt,
    recordedAt: resolvedRecordedAt,
    reason: transfer.resolvedReason,
    note: null,
  };
  return [reserved, resolved];
}
