import {
  parseId,
  recordNew,
  refuse,
  requireArea,
  requireWriter,
  runCommand,
  type CommandParts,
  type WriteScope,
} from '@linju/kit';

import { requireDueAt } from '../rules/disclosure-duty.js';
import { parseSourceRef } from '../rules/source-ref.js';
import type { ScheduleDisclosureInput } from '../schema/disclosure-inputs.js';
import { disclosureTable } from '../tables/disclosure-table.js';
import { requireRecord } from './require-record.js';

/**
 * Enters something that has to be published, by a fund or by a charity that hosts funds.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, BAD_USER_INPUT
 */
export const scheduleDisclosure = (parts: CommandParts, input: ScheduleDisclosureInput) =>
  runCommand(parts, 'scheduleDisclosure', input, async (scope) => {
    const owner = await ownerOf(scope, input);
    const { districtCode } = owner;
    requireWriter(scope.viewer, districtCode);
    const subject = parseSourceRef(input.subjectRef, 'subjectRef');

    const id = scope.newId('Disclosure');
    await scope.tx.db.insert(disclosureTable).values({
      id,
      ...owner,
      duty: input.duty,
      subjectType: subject?.type ?? null,
      subjectId: subject?.id ?? null,
      dueAt: requireDueAt(input.duty, input.dueAt),
      channels: [],
    });
    return recordNew(scope, { type: 'Disclosure', id, districtCode });
  });

async function ownerOf(
  scope: WriteScope,
  { fundId = null, hostCharityId = null, districtCode = null }: ScheduleDisclosureInput,
) {
  if (fundId !== null && hostCharityId === null && districtCode === null) {
    const fund = await requireRecord(scope, 'Fund', fundId, 'fundId');
    return { fundId: fund.id, hostCharityId: null, districtCode: fund.districtCode };
  }
  if (fundId === null && hostCharityId !== null && districtCode !== null) {
    await requireArea(scope, { districtCode });
    const id = parseId('Organisation', hostCharityId, 'hostCharityId');
    return { fundId: null, hostCharityId: id, districtCode };
  }
  return refuse('BAD_USER_INPUT', {
    field: 'fundId',
    message: 'Name either the fund, or the host charity with the district it is entered in.',
  });
}
