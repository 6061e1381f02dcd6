import {
  checkOptionalText,
  checkText,
  parseOptionalId,
  recordNew,
  refuse,
  requireDayIfGiven,
  requirePlace,
  requireWriter,
  runCommand,
  type CommandParts,
} from '@linju/kit';

import type { PlanDistributionInput } from '../schema/distribution-inputs.js';
import { distributionTable } from '../tables/distribution-table.js';
import { parseSchedule } from './parse-schedule.js';
import { recipientsColumns } from './recipients-columns.js';
import { requireRecord } from './require-record.js';

/**
 * Plans goods to be handed out, on a day or by a schedule.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, CODE_RETIRED, PLACE_MISMATCH, BAD_USER_INPUT, PERSON_DATA_REFUSED
 */
export const planDistribution = (parts: CommandParts, input: PlanDistributionInput) =>
  runCommand(parts, 'planDistribution', input, async (scope) => {
    const { districtCode } = input;
    requireWriter(scope.viewer, districtCode);
    const place = await requirePlace(scope, input);
    if (Boolean(input.schedule) === Boolean(input.plannedOn)) {
      refuse('BAD_USER_INPUT', {
        field: 'plannedOn',
        message:
          'A distribution is planned for one day, or repeats by a schedule: send one of them.',
      });
    }
    const partner = input.partnerId
      ? await requireRecord(scope, 'Partner', input.partnerId, 'partnerId')
      : null;

    const id = scope.newId('Distribution');
    await scope.tx.db.insert(distributionTable).values({
      id,
      programme: checkText('programme', input.programme),
      ...place,
      facilityId: parseOptionalId('Facility', input.facilityId, 'facilityId'),
      partnerId: partner?.id ?? null,
      schedule: parseSchedule('schedule', input.schedule),
      plannedOn: requireDayIfGiven('plannedOn', input.plannedOn),
      ...recipientsColumns(input.recipients),
      goodsKind: checkOptionalText('goodsKind', input.goodsKind),
      state: 'PLANNED',
    });
    const begins = { state: 'PLANNED', at: scope.now };
    return recordNew(scope, { type: 'Distribution', id, districtCode, begins });
  });
