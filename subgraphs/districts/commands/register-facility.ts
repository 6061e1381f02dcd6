import {
  checkOptionalText,
  checkText,
  recordNew,
  requireCodes,
  requireNotFuture,
  requirePositive,
  requireWriter,
  runCommand,
  type CommandParts,
} from '@linju/kit';

import { requireInitialStatus } from '../rules/facility-status.js';
import { requireFee } from '../rules/fee-period.js';
import type { RegisterFacilityInput } from '../schema/register-facility-input.js';
import { facilityTable } from '../tables/facility-table.js';
import { requireKnownPlace } from './require-known-place.js';
import { requireIdIfGiven } from './require-record.js';

/**
 * Enters a new facility of a district.
 * @throws Refusal NOT_AUTHORISED, BAD_USER_INPUT, NOT_FOUND, CODE_RETIRED, PLACE_MISMATCH,
 *   RULE_VIOLATED, MOVE_NOT_ALLOWED
 */
export const registerFacility = (parts: CommandParts, input: RegisterFacilityInput) =>
  runCommand(parts, 'registerFacility', input, async (scope) => {
    const { tx } = scope;
    const { kind, status } = input;
    requireWriter(scope.viewer, input.districtCode);
    const place = await requireKnownPlace(scope, input);
    requireInitialStatus(status);
    await requireCodes(scope, 'FacilityKind', [kind], 'kind');
    const begins = {
      state: status,
      at: requireNotFuture('effectiveAt', input.effectiveAt ?? scope.now, scope.now),
    };

    const id = scope.newId('Facility');
    await tx.db.insert(facilityTable).values({
      id,
      name: checkText('name', input.name),
      kind,
      ...place,
      operatorId: await requireIdIfGiven(scope, 'Organisation', input.operatorId, 'operatorId'),
      ownerId: await requireIdIfGiven(scope, 'Organisation', input.ownerId, 'ownerId'),
      areaM2: requirePositive('areaM2', input.areaM2),
      seats: requirePositive('seats', input.seats),
      rooms: checkOptionalText('rooms', input.rooms, { lengthMax: 1_000 }),
      ...requireFee(input),
      networkId: await requireIdIfGiven(scope, 'Facility', input.networkId, 'networkId'),
      status,
    });
    return recordNew(scope, { type: 'Facility', id, districtCode: place.districtCode, begins });
  });
