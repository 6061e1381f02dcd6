import {
  checkOptionalText,
  extendChain,
  invariant,
  parseId,
  refuseUnknown,
  requireMove,
  requireWriter,
  runCommand,
  type CommandParts,
  type Statement,
  type Transaction,
  type WriteScope,
} from '@linju/kit';

import { parseAccountCode } from '../rules/account-code.js';
import { accountMoves, keepsBalance, type AccountMove } from '../rules/account-moves.js';
import { requireEffectiveAt } from '../rules/effective-at.js';
import { requireFlow } from '../rules/fund-state.js';
import { resolutionPayload, type SetResolution } from '../rules/ledger-transfer.js';
import { netWeights } from '../rules/net-weights.js';
import { requireNotBefore } from '../rules/not-before.js';
import type { OutcomeShare } from '../rules/outcome-type.js';
import { directionOf } from '../rules/transfer-code.js';
import { transferStates, type ResolvedState, type TransferState } from '../rules/transfer-state.js';
import type { ResolveTransfersInput } from '../schema/resolve-transfers-input.js';
import { lockLedger, type LockedLedger } from './lock-ledger.js';
import { requireGrantsPayable } from './require-grants.js';
import { json, moveRow } from './write-set.js';

/**
 * Ends the waiting of a set, all its transfers together: posts it, gives it up, or lets it expire. It is
 * posted only where it could be posted anew: as the funds stand now, and as the grants do that it pays.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MOVE_NOT_ALLOWED, RULE_VIOLATED, BAD_USER_INPUT
 */
export const resolveTransfers = (parts: CommandParts, input: ResolveTransfersInput) =>
  runCommand(parts, 'resolveTransfers', input, async (scope) => {
    const setId = parseId('TransferSet', input.setId, 'setId');
    const transfers = await scope.tx.rows(readSet, { setId });
    const [first] = transfers;
    if (!first) return refuseUnknown('TransferSet', setId, 'setId');
    requireWriter(scope.viewer, first.districtCode);

    const to = input.to as ResolvedState;
    const isPosted = to === 'POSTED';
    const named = transfers.map(namedTransfer);
    const moves = accountMoves(named, isPosted ? 'POST_RESERVED' : 'RELEASE');
    // Before the accounts, as everywhere: see lockLedger.
    if (isPosted) await requireGrantsPayable(scope.tx, grantsPaidBy(transfers), 'to');
    const ledger = await lockLedger(scope.tx, needsOf(first.districtCode, named, isPosted));
    // Asked once the accounts are held: of two who resolve one set, the second finds it resolved.
    requireMove(transferStates, await stateOf(scope.tx, setId), input.to);
    if (isPosted) for (const transfer of named) requireOpen(ledger, transfer);

    const resolution = resolutionOf(scope, input, setId, transfers);
    await writeResolution(scope, { resolution, moves, ledger, transfers });
    return { setId, ids: transfers.map(({ id }) => id) };
  });

interface StoredTransfer {
  readonly id: string;
  readonly districtCode: string;
  readonly fundId: string | null;
  readonly fromAccount: string;
  readonly toAccount: string;
  readonly amountFen: bigint;
  readonly effectiveAt: Date;
  readonly imported: boolean;
  /** Of a payment of a grant. */
  readonly grantId: string | null;
  readonly outcomes: readonly OutcomeShare[];
}

const namedTransfer = (transfer: StoredTransfer) => ({
  ...transfer,
  from: parseAccountCode(transfer.fromAccount),
  to: parseAccountCode(transfer.toAccount),
});

type NamedTransfer = ReturnType<typeof namedTransfer>;

const grantsPaidBy = (transfers: readonly StoredTransfer[]): readonly string[] =>
  transfers.flatMap(({ grantId }) => grantId ?? []);

// Money that was reserved while its fund was open moves only now. History moves whatever the state.
function requireOpen({ funds }: LockedLedger, { fundId, from, to, imported }: NamedTransfer): void {
  const fund = fundId === null ? undefined : funds.get(fundId);
  const direction = directionOf(from, to);
  if (fund && direction && !imported) requireFlow(fund, direction, 'to');
}

function needsOf(districtCode: string, transfers: readonly NamedTransfer[], isPosted: boolean) {
  const accounts = transfers.flatMap(({ from, to }) => [from, to]).filter(keepsBalance);
  const funds = transfers.flatMap(({ fundId }) => fundId ?? []);
  return {
    districtCode,
    accountCodes: distinct(accounts.map(({ code }) => code)),
    fundIds: distinct(funds),
    ledgerIds: distinct(transfers.map(({ fundId }) => fundId ?? districtCode)),
    weights: netWeights([], isPosted ? [] : transfers.flatMap(({ outcomes }) => outcomes)),
  };
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

async function stateOf(tx: Transaction, setId: string): Promise<TransferState> {
  const [resolved] = await tx.rows(readState, { setId });
  return resolved?.state ?? 'PENDING';
}

function resolutionOf(
  { now }: WriteScope,
  { to, effectiveAt, reason }: ResolveTransfersInput,
  setId: string,
  transfers: readonly StoredTransfer[],
): SetResolution {
  const why = checkOptionalText('reason', reason);
  const isExplained = why !== null;
  const earlier = transfers.map((transfer) => transfer.effectiveAt);
  requireNotBefore('effectiveAt', effectiveAt ?? now, { earlier, what: 'the money was reserved' });
  return {
    setId,
    state: to as ResolvedState,
    effectiveAt: requireEffectiveAt('effectiveAt', {
      ...{ effectiveAt, now, isExplained },
      explainedIn: 'reason',
    }),
    recordedAt: now,
    reason: why,
  };
}

interface WrittenResolution {
  readonly resolution: SetResolution;
  readonly moves: readonly AccountMove[];
  readonly ledger: LockedLedger;
  readonly transfers: readonly StoredTransfer[];
}

async function writeResolution(
  { tx }: WriteScope,
  { resolution, moves, ledger, transfers }: WrittenResolution,
): Promise<void> {
  const links = [...ledger.heads].map(([ledgerId, head]) => {
    const [link] = extendChain(head, [resolutionPayload(resolution)]);
    return { ledgerId, ...link };
  });
  const funds = [...ledger.funds.keys()].map((id) => ({ type: 'Fund', id }));
  const [row] = await tx.rows(insertResolution, {
    resolution: json({
      set_id: resolution.setId,
      district_code: transfers[0]?.districtCode,
      state: resolution.state,
      effective_at: resolution.effectiveAt,
      recorded_at: resolution.recordedAt,
      reason: resolution.reason,
    }),
    links: json(links),
    moves: json(moves.map(moveRow)),
    changes: json([...transfers.map(({ id }) => ({ type: 'Transfer', id })), ...funds]),
  });
  invariant(row?.changed === moves.length + links.length, 'A resolution finds all its rows.');
}

const readSet: Statement<StoredTransfer> = {
  text: `
    select t.id, t.district_code, t.fund_id, t.from_account, t.to_account, t.amount_fen, t.effective_at, t.imported,
      case when t.code = 'GRANT_PAYMENT' then t.source_id end,
      coalesce((
        select json_agg(json_build_object('type', o.outcome_type, 'id', o.outcome_id, 'weightBps', o.weight_bps))
        from funds.transfer_outcome o where o.transfer_id = t.id), '[]')
    from funds.transfer t where t.set_id = $1 order by t.line`,
  parameters: ({ setId }) => [setId],
  decode: ([id, districtCode, fundId, fromAccount, toAccount, amountFen, effectiveAt, ...rest]) => {
    const [imported, grantId, outcomes] = rest;
    return {
      ...{
        id,
        districtCode,
        fundId,
        fromAccount,
        toAccount,
        amountFen,
        imported,
        grantId,
        outcomes,
      },
      effectiveAt: new Date(effectiveAt as string),
    } as StoredTransfer;
  },
};

const readState: Statement<{ readonly state: ResolvedState }> = {
  text: `select state from funds.set_resolution where set_id = $1`,
  parameters: ({ setId }) => [setId],
  decode: ([state]) => ({ state: state as ResolvedState }),
};

// As in write-set.ts: one statement, its parts as JSON parameters.
const insertResolution: Statement<{ readonly changed: number }> = {
  text: `
    with r as materialized (
      select * from json_to_record($1::json) as r(set_id text, district_code text, state text,
        effective_at timestamptz, recorded_at timestamptz, reason text)
    ), new_resolution as (
      insert into funds.set_resolution (set_id, district_code, state, effective_at, recorded_at, reason)
      select set_id, district_code, state, effective_at, recorded_at, reason from r
    ), link as materialized (
      select * from json_to_recordset($2::json) as l("ledgerId" text, position bigint, hash text)
    ), new_link as (
      insert into funds.ledger_link (ledger_id, position, kind, set_id, hash, district_code)
      select l."ledgerId", l.position, 'RESOLVED', r.set_id, l.hash, r.district_code from link l cross join r
    ), moved_head as (
      update funds.ledger_head h set position = l.position, hash = l.hash
      from link l where h.ledger_id = l."ledgerId"
      returning 1
    ), moved_account as (
      update funds.account a set
        posted_in = a.posted_in + m.posted_in, posted_out = a.posted_out + m.posted_out,
        pending_in = a.pending_in + m.pending_in, pending_out = a.pending_out + m.pending_out
      from json_to_recordset($3::json) as m(
        code text, posted_in bigint, posted_out bigint, pending_in bigint, pending_out bigint)
      where a.code = m.code
      returning 1
    ), new_change as (
      insert into funds.outbox (entity_type, entity_id, change, district_code, at)
      select c.type, c.id, 'CHANGED', r.district_code, r.recorded_at
      from json_to_recordset($4::json) as c(type text, id text) cross join r
    )
    select (select count(*) from moved_account)::int + (select count(*) from moved_head)::int`,
  parameters: ({ resolution, links, moves, changes }) => [resolution, links, moves, changes],
  decode: ([changed]) => ({ changed: changed as number }),
};
