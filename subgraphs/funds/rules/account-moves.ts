import { refuse } from '@linju/kit';

import type { AccountName } from './account-code.js';

/** The four counters of an account, fen, all >= 0 in store. */
export interface AccountCounters {
  readonly postedIn: bigint;
  readonly postedOut: bigint;
  readonly pendingIn: bigint;
  readonly pendingOut: bigint;
}

/** What a write adds to the counters of one account; may be negative. */
export interface AccountMove extends AccountCounters {
  readonly code: string;
}

/** One transfer, as far as the counters care. */
export interface CountedTransfer {
  readonly from: AccountName;
  readonly to: AccountName;
  readonly amountFen: bigint;
}

/** Which counters a write touches: new money posted, reserved, or a reservation ended. */
export type CounterChange = 'POST' | 'RESERVE' | 'POST_RESERVED' | 'RELEASE';

// How many times the amount each counter takes.
const factors: Readonly<
  Record<CounterChange, { readonly posted: bigint; readonly pending: bigint }>
> = {
  POST: { posted: 1n, pending: 0n },
  RESERVE: { posted: 0n, pending: 1n },
  POST_RESERVED: { posted: 1n, pending: -1n },
  RELEASE: { posted: 0n, pending: -1n },
};

/** Whether the account keeps a balance. WORLD and USE are on every second transfer: they would be hot. */
export const keepsBalance = ({ kind }: Pick<AccountName, 'kind'>): boolean =>
  kind !== 'WORLD' && kind !== 'USE';

/** What a set of transfers adds to each account that keeps a balance, in the order of their codes. */
export function accountMoves(
  transfers: readonly CountedTransfer[],
  change: CounterChange,
): readonly AccountMove[] {
  const moves = new Map<string, AccountMove>();
  const { posted, pending } = factors[change];
  const add = (account: AccountName, added: Omit<AccountMove, 'code'>): void => {
    if (!keepsBalance(account)) return;
    const sum = moves.get(account.code) ?? emptyMove(account.code);
    moves.set(account.code, {
      code: account.code,
      postedIn: sum.postedIn + added.postedIn,
      postedOut: sum.postedOut + added.postedOut,
      pendingIn: sum.pendingIn + added.pendingIn,
      pendingOut: sum.pendingOut + added.pendingOut,
    });
  };
  for (const { from, to, amountFen } of transfers) {
    const [postedFen, pendingFen] = [amountFen * posted, amountFen * pending];
    add(from, { postedIn: 0n, postedOut: postedFen, pendingIn: 0n, pendingOut: pendingFen });
    add(to, { postedIn: postedFen, postedOut: 0n, pendingIn: pendingFen, pendingOut: 0n });
  }
  return [...moves.values()].sort((left, right) => (left.code < right.code ? -1 : 1));
}

/** What an account can still spend: what came in, less what left and what is reserved to leave. */
export const availableFen = ({ postedIn, postedOut, pendingOut }: AccountCounters): bigint =>
  postedIn - postedOut - pendingOut;

/**
 * Lets a set pass that no account is overdrawn by. The set counts as a whole: what comes in by one
 * of its lines may leave by another.
 * @throws Refusal ACCOUNT_OVERDRAWN
 */
export function requireCovered(move: AccountMove, counters: AccountCounters, field: string): void {
  const available = availableFen(counters);
  const needed = -availableFen(move);
  if (needed <= available) return;
  refuse('ACCOUNT_OVERDRAWN', {
    field,
    message: `${move.code} has ${available} fen available; the set takes ${needed} from it.`,
  });
}

const emptyMove = (code: string): AccountMove => ({
  code,
  postedIn: 0n,
  postedOut: 0n,
  pendingIn: 0n,
  pendingOut: 0n,
});
