import {
  checkOptionalText,
  parseId,
  refuseUnknown,
  requireMove,
  runCommand,
  type CommandParts,
} from '@linju/kit';
import { eq } from 'drizzle-orm';

import { requireWriter } from '../rules/may-write.js';
import { pledgeStates } from '../rules/pledge-state.js';
import type { MovePledgeInput } from '../schema/move-pledge-input.js';
import { pledgeTable } from '../tables/pledge-tables.js';
import { requireMoveTime } from './require-move-time.js';

/**
 * Moves a pledge to another state and keeps the move in its past.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MOVE_NOT_ALLOWED, BAD_USER_INPUT
 */
export const movePledge = (parts: CommandParts, input: MovePledgeInput) =>
  runCommand(parts, 'movePledge', input, async (scope) => {
    const id = parseId('Pledge', input.pledgeId, 'pledgeId');
    const byId = eq(pledgeTable.id, id);
    const [seen] = await scope.tx.db.select().from(pledgeTable).where(byId);
    const { districtCode } = seen ?? refuseUnknown('Pledge', id, 'pledgeId');
    requireWriter(scope.viewer, districtCode);
    const [locked] = await scope.tx.db.select().from(pledgeTable).where(byId).for('update');
    const { state } = locked ?? refuseUnknown('Pledge', id, 'pledgeId');
    requireMove(pledgeStates, state, input.to);

    await scope.tx.db.update(pledgeTable).set({ state: input.to }).where(byId);
    const entity = { type: 'Pledge', id, districtCode };
    await scope.transition({
      ...entity,
      from: state,
      to: input.to,
      effectiveAt: await requireMoveTime(scope, { type: 'Pledge', id }, input.effectiveAt),
      reason: checkOptionalText('reason', input.reason),
      note: checkOptionalText('note', input.note, { lengthMax: 1_000 }),
    });
    await scope.changed({ ...entity, change: 'CHANGED' });
    return { id };
  });
