import { checkText, refuse, requireNotFutureDate, runCommand, type CommandParts } from '@linju/kit';
import { eq } from 'drizzle-orm';

import type { RenameOrganisationInput } from '../schema/rename-organisation-input.js';
import { organisationNameTable, organisationTable } from '../tables/organisation-tables.js';
import { requireWritable } from './require-record.js';

/**
 * Gives an organisation a new name and keeps the old one among its other names.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, BAD_USER_INPUT, CONFLICT
 */
export const renameOrganisation = (parts: CommandParts, input: RenameOrganisationInput) =>
  runCommand(parts, 'renameOrganisation', input, async (scope) => {
    const { id, name, seatDistrictCode } = await requireWritable(
      scope,
      'Organisation',
      input.organisationId,
      'organisationId',
    );
    const newName = checkText('name', input.name);
    const validTo = requireNotFutureDate('from', input.from, scope.now);
    if (newName === name) {
      refuse('BAD_USER_INPUT', {
        field: 'name',
        message: 'The organisation has this name already.',
      });
    }

    await scope.tx.db
      .insert(organisationNameTable)
      .values({ organisationId: id, name, validTo })
      .onConflictDoUpdate({
        target: [organisationNameTable.organisationId, organisationNameTable.name],
        set: { validTo },
      });
    await scope.tx.db
      .update(organisationTable)
      .set({ name: newName })
      .where(eq(organisationTable.id, id));
    const entity = { type: 'Organisation', id, districtCode: seatDistrictCode };
    await scope.changed({ ...entity, change: 'CHANGED' });
    return { id };
  });
