import {
  recordMove,
  refuse,
  requireSettledMove,
  requireWriter,
  runCommand,
  shanghaiDate,
  type CommandParts,
  type Transaction,
} from '@linju/kit';
import { eq } from 'drizzle-orm';

import { fundStates } from '../rules/fund-state.js';
import type { MoveFundInput } from '../schema/move-fund-input.js';
import { accountTable } from '../tables/account-table.js';
import { fundTable } from '../tables/fund-table.js';
import { ledgerHeadTable } from '../tables/ledger-tables.js';
import { requireRecord } from './require-record.js';

/**
 * Moves a fund to another state and keeps the move in its past. The first move to OPEN launches it;
 * it is closed only once nothing is left in its accounts or on its way.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MOVE_NOT_ALLOWED, RULE_VIOLATED, BAD_USER_INPUT
 */
export const moveFund = (parts: CommandParts, input: MoveFundInput) =>
  runCommand(parts, 'moveFund', input, async (scope) => {
    const { id, districtCode } = await requireRecord(scope, 'Fund', input.fundId, 'fundId');
    requireWriter(scope.viewer, districtCode);
    await holdLedger(scope.tx, id);
    const fund = await requireRecord(scope, 'Fund', id, 'fundId');
    const { to } = input;
    const asked = { from: fund.state, to, written: input };
    const move = await requireSettledMove(scope, fundStates, fund, asked);
    if (to === 'CLOSED') await requireEmpty(scope.tx, id);

    await scope.tx.db
      .update(fundTable)
      .set({ state: to, launchedOn: fund.launchedOn ?? shanghaiDate(move.effectiveAt) })
      .where(eq(fundTable.id, id));
    await recordMove(scope, 'Fund', fund, move);
    return { id };
  });

// Whoever posts to the fund holds this row too: while we have it, nothing is on its way in.
const holdLedger = (tx: Transaction, id: string) =>
  tx.db
    .select({ position: ledgerHeadTable.position })
    .from(ledgerHeadTable)
    .where(eq(ledgerHeadTable.ledgerId, id))
    .for('no key update');

async function requireEmpty(tx: Transaction, fundId: string): Promise<void> {
  const accounts = await tx.db.select().from(accountTable).where(eq(accountTable.fundId, fundId));
  const left = accounts.find(
    ({ postedIn, postedOut, pendingIn, pendingOut }) =>
      postedIn !== postedOut || pendingIn !== 0n || pendingOut !== 0n,
  );
  if (!left) return;
  refuse('RULE_VIOLATED', {
    field: 'to',
    message: `${left.code} still holds or awaits money. Let it leave, or resolve what is pending, then close the fund.`,
  });
}
