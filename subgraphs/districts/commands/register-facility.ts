import { checkOptionalText, checkText, runCommand, type CommandParts } from '@linju/kit';

import { requireInitialStatus } from '../rules/facility-status.js';
import { requireFee } from '../rules/fee-period.js';
import { requireWriter } from '../rules/may-write.js';
import { requireNotFuture } from '../rules/not-future.js';
import { requirePositive } from '../rules/positive.js';
import type { RegisterFacilityInput } from '../schema/register-facility-input.js';
import { facilityTable } from '../tables/facility-table.js';
import { recordEntered } from './record-entered.js';
import { requireCodes } from './require-codes.js';
import { requirePlace } from './require-place.js';
import { requireIdIfGiven } from './require-record.js';

/**
 * Enters a new facility of a district.
 * @throws Refusal NOT_AUTHORISED, BAD_USER_INPUT, NOT_FOUND, CODE_RETIRED, PLACE_MISMATCH,
 *   RULE_VIOLATED, MOVE_NOT_ALLOWED
 */
export const registerFacility = (parts: CommandParts, input: RegisterFacilityInput) =>
  runCommand(parts, 'registerFacility', input, async (scope) => {
    const { tx, now } = scope;
    const { kind, status } = input;
    const place = await requirePlace(tx, input);
    requireWriter(scope.viewer, place.districtCode);
    requireInitialStatus(status);
    await requireCodes(scope, 'FacilityKind', [kind], 'kind');
    const effectiveAt = requireNotFuture('effectiveAt', input.effectiveAt ?? now, now);

    const id = scope.newId('Facility');
    await tx.db.insert(facilityTable).values({
      id,
      name: checkText('name', input.name),
      kind,
      ...place,
      operatorId: await requireIdIfGiven(tx, 'Organisation', input.operatorId, 'operatorId'),
      ownerId: await requireIdIfGiven(tx, 'Organisation', input.ownerId, 'ownerId'),
      areaM2: requirePositive('areaM2', input.areaM2),
      seats: requirePositive('seats', input.seats),
      rooms: checkOptionalText('rooms', input.rooms, { lengthMax: 1_000 }),
      ...requireFee(input),
      networkId: await requireIdIfGiven(tx, 'Facility', input.networkId, 'networkId'),
      status,
    });
    const entity = { type: 'Facility', id, districtCode: place.districtCode };
    await scope.transition({ ...entity, from: null, to: status, effectiveAt });
    return recordEntered(scope, entity);
  });
