import { recordMove, requireSettledMove, runCommand, type CommandParts } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { pledgeStates } from '../rules/pledge-state.js';
import type { MovePledgeInput } from '../schema/move-pledge-input.js';
import { pledgeTable } from '../tables/pledge-tables.js';
import { requireWritable } from './require-record.js';

/**
 * Moves a pledge to another state and keeps the move in its past.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MOVE_NOT_ALLOWED, BAD_USER_INPUT
 */
export const movePledge = (parts: CommandParts, input: MovePledgeInput) =>
  runCommand(parts, 'movePledge', input, async (scope) => {
    const pledge = await requireWritable(scope, 'Pledge', input.pledgeId, 'pledgeId');
    const { id, state: from } = pledge;
    const { to } = input;
    const move = await requireSettledMove(scope, pledgeStates, pledge, {
      from,
      to,
      written: input,
    });

    await scope.tx.db.update(pledgeTable).set({ state: to }).where(eq(pledgeTable.id, id));
    await recordMove(scope, 'Pledge', pledge, move);
    return { id };
  });
