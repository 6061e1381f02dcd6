import { recordMove, requireSettledMove, runCommand, type CommandParts } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { facilityStates } from '../rules/facility-status.js';
import type { MoveFacilityInput } from '../schema/move-facility-input.js';
import { facilityTable } from '../tables/facility-table.js';
import { requireWritable } from './require-record.js';

/**
 * Moves a facility to another status and keeps the move in its past.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MOVE_NOT_ALLOWED, BAD_USER_INPUT, CONFLICT
 */
export const moveFacility = (parts: CommandParts, input: MoveFacilityInput) =>
  runCommand(parts, 'moveFacility', input, async (scope) => {
    const facility = await requireWritable(scope, 'Facility', input.facilityId, 'facilityId');
    const { id, status: from } = facility;
    const { to } = input;
    const move = await requireSettledMove(scope, facilityStates, facility, {
      from,
      to,
      written: input,
    });

    await scope.tx.db.update(facilityTable).set({ status: to }).where(eq(facilityTable.id, id));
    await recordMove(scope, 'Facility', facility, move);
    return { id };
  });
