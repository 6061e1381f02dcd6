import { expect } from 'vitest';

import type { TestFunds } from './start-funds.js';

/** The counters of an account, as they are stored. */
export interface Counters {
  readonly postedIn: bigint;
  readonly postedOut: bigint;
  readonly pendingIn: bigint;
  readonly pendingOut: bigint;
}

/**
 * What must hold after every step, worked out by the database from the entries alone: all entries
 * come to 0, the fund's counters are the sums of its entries, and nothing is below zero.
 * @returns the counters of the fund's cash
 */
export async function requireSound(funds: TestFunds, fundId: string): Promise<Counters> {
  const cash = `FUND:${fundId}:CASH`;
  const [row = []] = await funds.sql(`
    select (select coalesce(sum(amount_fen), 0)::bigint from funds.entry),
      a.posted_in, a.posted_out, a.pending_in, a.pending_out, s.*
    from funds.account a
    cross join lateral (
      select coalesce(sum(e.amount_fen) filter (where r.state = 'POSTED' and e.amount_fen > 0), 0)::bigint,
        coalesce(sum(-e.amount_fen) filter (where r.state = 'POSTED' and e.amount_fen < 0), 0)::bigint,
        coalesce(sum(e.amount_fen) filter (where r.state is null and e.amount_fen > 0), 0)::bigint,
        coalesce(sum(-e.amount_fen) filter (where r.state is null and e.amount_fen < 0), 0)::bigint
      from funds.entry e
      join funds.transfer t on t.id = e.transfer_id
      left join funds.set_resolution r on r.set_id = t.set_id
      where e.account_code = a.code) s
    where a.code = '${cash}'`);
  const [sum, ...counters] = row as readonly bigint[];
  expect(sum).toBe(0n);
  expect(counters.slice(0, 4)).toEqual(counters.slice(4));
  const [postedIn = 0n, postedOut = 0n, pendingIn = 0n, pendingOut = 0n] = counters;
  expect(postedIn - postedOut - pendingOut).toBeGreaterThanOrEqual(0n);
  return { postedIn, postedOut, pendingIn, pendingOut };
}
