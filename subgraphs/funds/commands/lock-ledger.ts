import { emptyChain, type ChainHead, type Statement, type Transaction } from '@linju/kit';

import { parseAccountCode } from '../rules/account-code.js';
import type { AccountCounters } from '../rules/account-moves.js';
import type { FundBeginning } from '../rules/fund-beginning.js';
import type { FundState } from '../rules/fund-state.js';
import type { OutcomeShare } from '../rules/outcome-type.js';
import { inOneTrip } from './in-one-trip.js';

/** What a posting writes to, locked until its transaction ends. */
export interface LockedLedger {
  readonly accounts: ReadonlyMap<string, LockedAccount>;
  readonly heads: ReadonlyMap<string, ChainHead>;
  readonly funds: ReadonlyMap<string, LockedFund>;
}

/** An account that nobody else changes until the transaction ends. */
export interface LockedAccount extends AccountCounters {
  readonly code: string;
  readonly districtCode: string;
}

/** A fund as it stands once the head of its chain is held. */
export interface LockedFund extends FundBeginning {
  readonly districtCode: string;
  readonly state: FundState;
}

/** Names of what a posting writes to, and what it adds to the weights of outcomes. */
export interface LedgerNeeds {
  readonly districtCode: string;
  readonly accountCodes: readonly string[];
  readonly fundIds: readonly string[];
  readonly ledgerIds: readonly string[];
  /** May be negative, where a correction gives weight back. */
  readonly weights: readonly OutcomeShare[];
}

/**
 * Locks what a posting writes to. Always in one order, so that no two postings wait for each other:
 * accounts by code, weights of outcomes, and the heads of the chains last. A fund's state is read
 * once its head is held, and whoever moves the fund takes that head first: so nothing is posted to
 * a fund that is being closed. All statements travel together, in one round trip.
 */
export async function lockLedger(tx: Transaction, needs: LedgerNeeds): Promise<LockedLedger> {
  const { districtCode, accountCodes, fundIds, ledgerIds, weights } = needs;
  const [, accounts, , , heads, funds] = await inOneTrip([
    openAccounts(tx, districtCode, accountCodes.filter(mayBeNew)),
    tx.rows(lockAccounts, { codes: accountCodes }),
    claimWeights(tx, districtCode, weights),
    openHeads(tx, districtCode, ledgerIds),
    tx.rows(lockHeads, { ledgerIds }),
    tx.rows(readFunds, { fundIds }),
  ]);
  return {
    accounts: new Map(accounts.map((account) => [account.code, account])),
    heads: new Map(heads.map(({ ledgerId, ...head }) => [ledgerId, head])),
    funds: new Map(funds.map((fund) => [fund.id, fund])),
  };
}

// Cash and goods come with the fund; the other accounts begin with their first transfer.
const mayBeNew = (code: string): boolean => !/:(CASH|IN_KIND)$/.test(code);

async function openAccounts(
  tx: Transaction,
  districtCode: string,
  codes: readonly string[],
): Promise<void> {
  if (codes.length === 0) return;
  const accounts = [...codes].sort().map((code) => {
    const { kind, fundId, purpose, partnerId, placeCode } = parseAccountCode(code);
    return { code, kind, fund_id: fundId, purpose, partner_id: partnerId, place_code: placeCode };
  });
  await tx.rows(insertAccounts, { accounts: JSON.stringify(accounts), districtCode });
}

async function openHeads(
  tx: Transaction,
  districtCode: string,
  ledgerIds: readonly string[],
): Promise<void> {
  // The head of a fund comes with the fund.
  if (!ledgerIds.includes(districtCode)) return;
  await tx.rows(insertHead, { districtCode, hash: emptyChain(districtCode).hash });
}

async function claimWeights(
  tx: Transaction,
  districtCode: string,
  weights: readonly OutcomeShare[],
): Promise<void> {
  const rows = weights.map(({ type, id, weightBps }) => ({ type, id, weight_bps: weightBps }));
  const added = rows.filter((row) => row.weight_bps > 0);
  const released = rows.filter((row) => row.weight_bps < 0);
  if (added.length > 0) await tx.rows(addWeights, { weights: JSON.stringify(added), districtCode });
  if (released.length > 0)
    await tx.rows(releaseWeights, { weights: JSON.stringify(released), districtCode });
}

const insertAccounts: Statement<unknown> = {
  text: `insert into funds.account (code, kind, fund_id, purpose, partner_id, place_code, district_code)
    select code, kind, fund_id, purpose, partner_id, place_code, $2
    from json_to_recordset($1::json)
      as a(code text, kind text, fund_id text, purpose text, partner_id text, place_code text)
    on conflict do nothing`,
  parameters: ({ accounts, districtCode }) => [accounts, districtCode],
  decode: () => null,
};

// A row policy lets through what the writer may change: an account of another district is not found.
const lockAccounts: Statement<LockedAccount> = {
  text: `select code, district_code, posted_in, posted_out, pending_in, pending_out
    from funds.account where code = any($1::text[]) order by code for no key update`,
  parameters: ({ codes }) => [codes],
  decode: ([code, districtCode, postedIn, postedOut, pendingIn, pendingOut]) =>
    ({ code, districtCode, postedIn, postedOut, pendingIn, pendingOut }) as LockedAccount,
};

const insertHead: Statement<unknown> = {
  text: `insert into funds.ledger_head (ledger_id, district_code, position, hash)
    values ($1, $1, 0, $2) on conflict do nothing`,
  parameters: ({ districtCode, hash }) => [districtCode, hash],
  decode: () => null,
};

const lockHeads: Statement<ChainHead & { readonly ledgerId: string }> = {
  text: `select ledger_id, position::int8, hash from funds.ledger_head
    where ledger_id = any($1::text[]) order by ledger_id for no key update`,
  parameters: ({ ledgerIds }) => [ledgerIds],
  decode: ([ledgerId, position, hash]) => ({
    ledgerId: ledgerId as string,
    position: Number(position),
    hash: hash as string,
  }),
};

const readFunds: Statement<LockedFund> = {
  text: `select f.id, f.district_code, f.state, f.initiated_at,
      (select min(t.effective_at) from funds.transition t where t.entity_type = 'Fund' and t.entity_id = f.id)
    from funds.fund f where f.id = any($1::text[])`,
  parameters: ({ fundIds }) => [fundIds],
  decode: ([id, districtCode, state, initiatedAt, preparingAt]) =>
    ({
      ...{ id, districtCode, state, initiatedAt },
      preparingAt: preparingAt === null ? null : new Date(preparingAt as string),
    }) as LockedFund,
};

// Rows are met in the order of their keys, and each is locked by its update: of two writers the
// second adds to what the first left, and the check then refuses more than the whole.
const addWeights: Statement<unknown> = {
  text: `insert into funds.outcome_weight as w (outcome_type, outcome_id, weight_bps, district_code)
    select type, id, weight_bps, $2
    from json_to_recordset($1::json) as o(type text, id text, weight_bps int)
    order by type, id
    on conflict (outcome_type, outcome_id, district_code) do update set weight_bps = w.weight_bps + excluded.weight_bps`,
  parameters: ({ weights, districtCode }) => [weights, districtCode],
  decode: () => null,
};

const releaseWeights: Statement<unknown> = {
  text: `update funds.outcome_weight w set weight_bps = w.weight_bps + o.weight_bps
    from json_to_recordset($1::json) as o(type text, id text, weight_bps int)
    where w.outcome_type = o.type and w.outcome_id = o.id and w.district_code = $2`,
  parameters: ({ weights, districtCode }) => [weights, districtCode],
  decode: () => null,
};
