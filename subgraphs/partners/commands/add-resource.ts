import {
  checkText,
  parseId,
  recordNew,
  requirePlace,
  requireWriter,
  runCommand,
  type CommandParts,
  type WriteScope,
} from '@linju/kit';

import type { AddResourceInput } from '../schema/resource-inputs.js';
import { resourceItemTable } from '../tables/resource-item-table.js';
import { parseSchedule } from './parse-schedule.js';
import { requireRecord } from './require-record.js';

/**
 * Enters something that an organisation or a partner can give.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, CODE_RETIRED, PLACE_MISMATCH, BAD_USER_INPUT, PERSON_DATA_REFUSED
 */
export const addResource = (parts: CommandParts, input: AddResourceInput) =>
  runCommand(parts, 'addResource', input, async (scope) => {
    const { districtCode } = input;
    requireWriter(scope.viewer, districtCode);
    const place = await requirePlace(scope, input);
    const owner = await requireOwner(scope, input.ownerId);

    const id = scope.newId('ResourceItem');
    await scope.tx.db.insert(resourceItemTable).values({
      id,
      title: checkText('title', input.title),
      kind: input.kind,
      ...owner,
      ...place,
      available: parseSchedule('available', input.available),
    });
    return recordNew(scope, { type: 'ResourceItem', id, districtCode });
  });

// The prefix of the id tells which of the two it is.
async function requireOwner(scope: WriteScope, ownerId: string) {
  if (ownerId.startsWith('partner_')) {
    const { id } = await requireRecord(scope, 'Partner', ownerId, 'ownerId');
    return { ownerOrganisationId: null, ownerPartnerId: id };
  }
  return {
    ownerOrganisationId: parseId('Organisation', ownerId, 'ownerId'),
    ownerPartnerId: null,
  };
}
