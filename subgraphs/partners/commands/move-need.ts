import {
  recordMove,
  requireSettledMove,
  runCommand,
  type CommandParts,
  type SettledMove,
  type WriteScope,
} from '@linju/kit';
import { and, eq, inArray } from 'drizzle-orm';

import { matchStateAt } from '../rules/match-deadline.js';
import { needItemStates, requireMovedByHand } from '../rules/need-item-states.js';
import type { MoveNeedInput } from '../schema/need-inputs.js';
import { needItemTable, needMatchTable } from '../tables/need-tables.js';
import { requireWritable } from './require-record.js';

/**
 * Withdraws a need or lets it lapse, and its open matches with it.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, RULE_VIOLATED for states that follow from matches,
 *         MOVE_NOT_ALLOWED, BAD_USER_INPUT
 */
export const moveNeed = (parts: CommandParts, input: MoveNeedInput) =>
  runCommand(parts, 'moveNeed', input, async (scope) => {
    const { to } = input;
    const need = await requireWritable(scope, 'NeedItem', input.needId, 'needId');
    requireMovedByHand(to);
    const moved = { from: need.state, to, written: input };
    const move = await requireSettledMove(scope, needItemStates, need, moved);

    await scope.tx.db.update(needItemTable).set({ state: to }).where(eq(needItemTable.id, need.id));
    await recordMove(scope, 'NeedItem', need, move);
    await closeMatches(scope, need.id, move);
    return { id: need.id };
  });

async function closeMatches(
  scope: WriteScope,
  needId: string,
  { actorOrg, to: needState }: SettledMove<string>,
): Promise<void> {
  const open = await scope.tx.db
    .select()
    .from(needMatchTable)
    .where(
      and(
        eq(needMatchTable.needId, needId),
        inArray(needMatchTable.state, ['PROPOSED', 'ACCEPTED']),
      ),
    )
    .orderBy(needMatchTable.id)
    .for('update');
  for (const match of open) {
    const to = matchStateAt(match, scope.now) === 'LAPSED' ? 'LAPSED' : 'WITHDRAWN';
    await scope.tx.db
      .update(needMatchTable)
      .set({ state: to })
      .where(eq(needMatchTable.id, match.id));
    await recordMove(scope, 'NeedMatch', match, {
      from: match.state,
      to,
      effectiveAt: scope.now,
      actorOrg,
      reason: `The need is ${needState}.`,
      note: null,
    });
  }
}
