import {
  checkOptionalText,
  checkText,
  runCommand,
  workflowSourceId,
  type CommandParts,
} from '@linju/kit';

import { requireInitialStatus } from '../rules/facility-status.js';
import { requireWriter } from '../rules/may-write.js';
import { requirePositive } from '../rules/positive.js';
import type { RegisterFacilityInput } from '../schema/register-facility-input.js';
import { facilityTable } from '../tables/facility-table.js';
import { requireCode } from './require-code.js';
import { requireFacility } from './require-facility.js';
import { requireOrganisation } from './require-organisation.js';
import { requirePlace } from './require-place.js';

/**
 * Enters a new facility of a district.
 * @throws Refusal NOT_AUTHORISED, BAD_USER_INPUT, NOT_FOUND, CODE_RETIRED, PLACE_MISMATCH, RULE_VIOLATED
 */
export const registerFacility = (parts: CommandParts, input: RegisterFacilityInput) =>
  runCommand(parts, 'registerFacility', input, async (scope) => {
    const { districtCode, status } = input;
    requireWriter(scope.viewer, districtCode);
    requireInitialStatus(status);
    await requirePlace(scope.tx, input);
    await requireCode(scope, 'FacilityKind', input.kind, 'kind');
    if (input.operatorId) await requireOrganisation(scope.tx, input.operatorId, 'operatorId');
    if (input.ownerId) await requireOrganisation(scope.tx, input.ownerId, 'ownerId');
    if (input.networkId) await requireFacility(scope.tx, input.networkId, 'networkId');

    const id = scope.newId('Facility');
    await scope.tx.db.insert(facilityTable).values({
      id,
      name: checkText('name', input.name),
      kind: input.kind,
      districtCode,
      streetCode: input.streetCode ?? null,
      communityId: input.communityId ?? null,
      operatorId: input.operatorId ?? null,
      ownerId: input.ownerId ?? null,
      areaM2: requirePositive('areaM2', input.areaM2),
      seats: requirePositive('seats', input.seats),
      rooms: checkOptionalText('rooms', input.rooms, { lengthMax: 1_000 }),
      feeFen: input.feeFen ?? null,
      feePeriod: input.feePeriod ?? null,
      networkId: input.networkId ?? null,
      status,
    });
    const entity = { type: 'Facility', id, districtCode };
    await scope.transition({ ...entity, from: null, to: status, effectiveAt: scope.now });
    await scope.provenance({ ...entity, sourceId: workflowSourceId, method: 'RECORDED' });
    await scope.changed({ ...entity, change: 'CREATED' });
    return { id };
  });
