import {
  recordMove,
  refuse,
  requireSettledMove,
  runCommand,
  type CommandParts,
  type SettledMove,
  type WriteScope,
} from '@linju/kit';
import { and, eq } from 'drizzle-orm';

import { lapsesAt, matchStateAt } from '../rules/match-deadline.js';
import { requireMayMoveMatch } from '../rules/may-move-match.js';
import type { NeedItemState } from '../rules/need-item-states.js';
import { needMatchStates, type NeedMatchState } from '../rules/need-match-states.js';
import type { MoveMatchInput } from '../schema/need-inputs.js';
import { needItemTable, needMatchTable } from '../tables/need-tables.js';
import { lockRecord, requireRecord, type RecordRow } from './require-record.js';

/**
 * Answers, delivers or withdraws a match, and moves its need along. Of two matches of one need that are accepted
 * at once, the database lets one through: the other one is told that it came second.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MOVE_NOT_ALLOWED also after seven days, CONFLICT, BAD_USER_INPUT
 */
export const moveMatch = (parts: CommandParts, input: MoveMatchInput) =>
  runCommand(parts, 'moveMatch', input, async (scope) => {
    const { to } = input;
    const named = await requireRecord(scope, 'NeedMatch', input.matchId, 'matchId');
    requireMayMoveMatch(scope.viewer, named, to);
    const match = await lockRecord(scope, 'NeedMatch', named.id, 'matchId');
    const move = await requireMatchMove(scope, match, input);

    await scope.tx.db
      .update(needMatchTable)
      .set({ state: to, ...instantsOf(move) })
      .where(eq(needMatchTable.id, match.id));
    await recordMove(scope, 'NeedMatch', match, move);
    await moveNeedAlong(scope, match, move);
    return { id: match.id };
  });

// A proposal that has lapsed without anybody writing it down may only be written down as lapsed.
async function requireMatchMove(
  scope: WriteScope,
  match: RecordRow<'NeedMatch'>,
  input: MoveMatchInput,
): Promise<SettledMove<NeedMatchState>> {
  const { to } = input;
  const hasLapsed = match.state === 'PROPOSED' && matchStateAt(match, scope.now) === 'LAPSED';
  if (hasLapsed !== (to === 'LAPSED') && match.state === 'PROPOSED') {
    refuse('MOVE_NOT_ALLOWED', {
      field: 'to',
      message: hasLapsed
        ? 'Nobody answered this proposal for seven days, so it has lapsed. Propose it anew.'
        : `This proposal lapses at ${lapsesAt(match.proposedAt).toISOString()}; it can still be answered.`,
    });
  }
  const written = hasLapsed ? { ...input, effectiveAt: lapsesAt(match.proposedAt) } : input;
  return requireSettledMove(scope, needMatchStates, match, { from: match.state, to, written });
}

function instantsOf({ to, effectiveAt }: SettledMove<NeedMatchState>) {
  if (to === 'ACCEPTED') return { acceptedAt: effectiveAt };
  return to === 'DELIVERED' ? { deliveredAt: effectiveAt } : {};
}

async function moveNeedAlong(
  scope: WriteScope,
  { needId, districtCode }: RecordRow<'NeedMatch'>,
  move: SettledMove<NeedMatchState>,
): Promise<void> {
  const moved = needMoveOf(move);
  if (!moved) return;
  const rows = await scope.tx.db
    .update(needItemTable)
    .set({ state: moved.to })
    .where(and(eq(needItemTable.id, needId), eq(needItemTable.state, moved.from)))
    .returning({ id: needItemTable.id });
  if (rows.length === 0) {
    refuse('MOVE_NOT_ALLOWED', {
      field: 'matchId',
      message: `The need of this match is not ${moved.from} any more. Look at it first.`,
    });
  }
  const { actorOrg, effectiveAt } = move;
  const need = { id: needId, districtCode };
  const alone = { reason: null, note: null };
  await recordMove(scope, 'NeedItem', need, { ...moved, effectiveAt, actorOrg, ...alone });
}

function needMoveOf({
  from,
  to,
}: SettledMove<NeedMatchState>): { from: NeedItemState; to: NeedItemState } | null {
  if (to === 'ACCEPTED') return { from: 'OPEN', to: 'MATCHED' };
  if (to === 'DELIVERED') return { from: 'MATCHED', to: 'MET' };
  return from === 'ACCEPTED' && to === 'WITHDRAWN' ? { from: 'MATCHED', to: 'OPEN' } : null;
}
