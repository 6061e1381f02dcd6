import { labelledEnum, stateMachine } from '@linju/kit';

/** The states of a transfer, which all transfers of a set share. */
export const TransferState = {
  PENDING: 'PENDING',
  POSTED: 'POSTED',
  VOIDED: 'VOIDED',
  EXPIRED: 'EXPIRED',
} as const;
export type TransferState = (typeof TransferState)[keyof typeof TransferState];

labelledEnum(
  TransferState,
  'TransferState',
  { zh: '转账状态', en: 'Whether a transfer has been posted.' },
  {
    PENDING: { zh: '待入账', en: 'reserved, waits for approval' },
    POSTED: { zh: '已入账', en: 'posted; final' },
    VOIDED: { zh: '已作废', en: 'a pending one given up; final' },
    EXPIRED: { zh: '已过期', en: 'a pending one past its time; final' },
  },
);

// A set of transfers is posted at once, or is PENDING first -> POSTED | VOIDED | EXPIRED, all final.
// What was posted is put right by a correction, never by a move.
/** The moves of a set of transfers, as drawn above. */
export const transferStates = stateMachine<TransferState>('Transfer', {
  PENDING: ['POSTED', 'VOIDED', 'EXPIRED'],
  POSTED: [],
  VOIDED: [],
  EXPIRED: [],
});

/** A state that ends the waiting. */
export type ResolvedState = Exclude<TransferState, 'PENDING'>;

/** The two states in which a set enters the ledger. */
export const PostingState = { POSTED: 'POSTED', PENDING: 'PENDING' } as const;
export type PostingState = (typeof PostingState)[keyof typeof PostingState];

labelledEnum(
  PostingState,
  'PostingState',
  { zh: '入账方式', en: 'How a set of transfers enters the ledger.' },
  {
    POSTED: { zh: '直接入账', en: 'posted at once' },
    PENDING: { zh: '待入账', en: 'reserved, until resolveTransfers' },
  },
);
