import { checkOptionalText, requireMove, runCommand, type CommandParts } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { facilityStates } from '../rules/facility-status.js';
import { requireMoveTime } from '../rules/move-time.js';
import type { MoveFacilityInput } from '../schema/move-facility-input.js';
import { facilityTable } from '../tables/facility-table.js';
import { lastMoveAt } from './last-move-at.js';
import { requireWritable } from './require-writable.js';

/**
 * Moves a facility to another status and keeps the move in its past.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MOVE_NOT_ALLOWED, BAD_USER_INPUT, CONFLICT
 */
export const moveFacility = (parts: CommandParts, input: MoveFacilityInput) =>
  runCommand(parts, 'moveFacility', input, async (scope) => {
    const facility = await requireWritable(scope, 'Facility', input.facilityId, 'facilityId');
    const { id, status, districtCode } = facility;
    requireMove(facilityStates, status, input.to);
    const effectiveAt = requireMoveTime('effectiveAt', input.effectiveAt ?? scope.now, {
      lastMoveAt: await lastMoveAt(scope.tx, 'Facility', id),
      now: scope.now,
    });

    await scope.tx.db
      .update(facilityTable)
      .set({ status: input.to })
      .where(eq(facilityTable.id, id));
    const entity = { type: 'Facility', id, districtCode };
    await scope.transition({
      ...entity,
      from: status,
      to: input.to,
      effectiveAt,
      reason: checkOptionalText('reason', input.reason),
      note: checkOptionalText('note', input.note, { lengthMax: 1_000 }),
    });
    await scope.changed({ ...entity, change: 'CHANGED' });
    return { id };
  });
