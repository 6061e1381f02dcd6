import { checkOptionalText, requireMove, runCommand, type CommandParts } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { facilityStates } from '../rules/facility-status.js';
import { requireWriter } from '../rules/may-write.js';
import { requireNotFuture } from '../rules/not-future.js';
import type { MoveFacilityInput } from '../schema/move-facility-input.js';
import { facilityTable } from '../tables/facility-table.js';
import { requireFacility } from './require-facility.js';

/**
 * Moves a facility to another status and keeps the move in its past.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MOVE_NOT_ALLOWED, BAD_USER_INPUT
 */
export const moveFacility = (parts: CommandParts, input: MoveFacilityInput) =>
  runCommand(parts, 'moveFacility', input, async (scope) => {
    const { id, status, districtCode } = await requireFacility(
      scope.tx,
      input.facilityId,
      'facilityId',
    );
    requireWriter(scope.viewer, districtCode);
    requireMove(facilityStates, status, input.to);

    await scope.tx.db
      .update(facilityTable)
      .set({ status: input.to })
      .where(eq(facilityTable.id, id));
    const entity = { type: 'Facility', id, districtCode };
    await scope.transition({
      ...entity,
      from: status,
      to: input.to,
      effectiveAt: requireNotFuture('effectiveAt', input.effectiveAt ?? scope.now, scope.now),
      reason: checkOptionalText('reason', input.reason),
      note: checkOptionalText('note', input.note, { lengthMax: 1_000 }),
    });
    await scope.changed({ ...entity, change: 'CHANGED' });
    return { id };
  });
