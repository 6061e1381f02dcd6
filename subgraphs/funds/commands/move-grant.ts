import {
  recordMove,
  refuse,
  requireSettledMove,
  runCommand,
  type CommandParts,
  type SettledMove,
  type WriteScope,
} from '@linju/kit';
import { eq } from 'drizzle-orm';

import { requireNotClosed } from '../rules/fund-state.js';
import { grantStates, requireAward, type GrantState } from '../rules/grant-state.js';
import type { MoveGrantInput } from '../schema/move-grant-input.js';
import { grantTable } from '../tables/grant-tables.js';
import { requireRecord, requireWritable } from './require-record.js';

type GrantRow = typeof grantTable.$inferSelect;

/**
 * Moves a grant to another state and keeps the move in its past. Approval states the award; the
 * actual period runs from the first move to IMPLEMENTATION to the move to CLOSED.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MOVE_NOT_ALLOWED, AMOUNT_REFUSED, RULE_VIOLATED,
 *         BAD_USER_INPUT
 */
export const moveGrant = (parts: CommandParts, input: MoveGrantInput) =>
  runCommand(parts, 'moveGrant', input, async (scope) => {
    const grant = await requireWritable(scope, 'Grant', input.grantId, 'grantId');
    const { id, state: from } = grant;
    const { to } = input;
    if (to === 'APPROVED') await requireRunningFund(scope, grant);
    const move = await requireSettledMove(scope, grantStates, grant, { from, to, written: input });

    await scope.tx.db
      .update(grantTable)
      .set({
        state: to,
        awardedFen: awardOf(grant, input),
        ...periodAfter(grant, move),
      })
      .where(eq(grantTable.id, id));
    await recordMove(scope, 'Grant', grant, move);
    return { id };
  });

// What is already awarded may be finished or given up; a new award could never be paid.
async function requireRunningFund(scope: WriteScope, { fundId }: GrantRow): Promise<void> {
  requireNotClosed(await requireRecord(scope, 'Fund', fundId, 'grantId'), 'to');
}

function awardOf(grant: GrantRow, { to, awardedFen }: MoveGrantInput): bigint | null {
  if (to === 'APPROVED') return requireAward(grant.appliedFen, awardedFen);
  if (awardedFen === null || awardedFen === undefined) return grant.awardedFen;
  return refuse('BAD_USER_INPUT', {
    field: 'awardedFen',
    message: 'What is awarded is stated with the move to APPROVED, and not after it.',
  });
}

function periodAfter({ actualFrom }: GrantRow, { to, effectiveAt }: SettledMove<GrantState>) {
  if (to === 'IMPLEMENTATION' && actualFrom === null) return { actualFrom: effectiveAt };
  if (to !== 'CLOSED' || (actualFrom && actualFrom >= effectiveAt)) return {};
  return { actualTo: effectiveAt };
}
