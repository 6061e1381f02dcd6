import {
  parseOptionalId,
  recordNew,
  refuse,
  requireDayIfGiven,
  requireDaysInOrder,
  requirePlace,
  requireWriter,
  runCommand,
  type CommandParts,
} from '@linju/kit';

import type { PlaceServiceInput } from '../schema/service-offering-inputs.js';
import { serviceAtPlaceTable } from '../tables/service-offering-tables.js';
import { parseSchedule } from './parse-schedule.js';
import { requireRecord } from './require-record.js';

/**
 * Offers a service at a community or at a facility, by an officer of the district where that is.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, CODE_RETIRED, RULE_VIOLATED, BAD_USER_INPUT
 */
export const placeService = (parts: CommandParts, input: PlaceServiceInput) =>
  runCommand(parts, 'placeService', input, async (scope) => {
    const { districtCode } = input;
    requireWriter(scope.viewer, districtCode);
    await requirePlace(scope, { districtCode });
    const offering = await requireRecord(scope, 'ServiceOffering', input.offeringId, 'offeringId');
    if (offering.status === 'DEFUNCT' || Boolean(input.communityId) === Boolean(input.facilityId)) {
      refuse('RULE_VIOLATED', {
        field: offering.status === 'DEFUNCT' ? 'offeringId' : 'communityId',
        message:
          'Name a service that is not DEFUNCT, and a community or a facility: one of the two.',
      });
    }
    const validFrom = requireDayIfGiven('validFrom', input.validFrom);
    const validTo = requireDayIfGiven('validTo', input.validTo);
    requireDaysInOrder('validTo', validFrom, validTo);

    const id = scope.newId('ServiceAtPlace');
    await scope.tx.db.insert(serviceAtPlaceTable).values({
      id,
      offeringId: offering.id,
      partnerId: offering.partnerId,
      districtCode,
      communityId: parseOptionalId('Community', input.communityId, 'communityId'),
      facilityId: parseOptionalId('Facility', input.facilityId, 'facilityId'),
      schedule: parseSchedule('schedule', input.schedule),
      validFrom,
      validTo,
    });
    return recordNew(scope, { type: 'ServiceAtPlace', id, districtCode });
  });
