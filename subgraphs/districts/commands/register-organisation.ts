import {
  checkText,
  recordNew,
  requireArea,
  requireFew,
  requireNotFutureDate,
  requireWriter,
  runCommand,
  type CommandParts,
  type Transaction,
} from '@linju/kit';

import { parseUscc } from '../rules/uscc.js';
import type { RegisterOrganisationInput } from '../schema/register-organisation-input.js';
import { organisationIdentifierTable, organisationTable } from '../tables/organisation-tables.js';
import { requireIdIfGiven } from './require-record.js';

/**
 * Enters a new organisation with its seat in the writer's district.
 * @throws Refusal NOT_AUTHORISED, BAD_USER_INPUT, NOT_FOUND, CODE_RETIRED, DUPLICATE
 */
export const registerOrganisation = (parts: CommandParts, input: RegisterOrganisationInput) =>
  runCommand(parts, 'registerOrganisation', input, async (scope) => {
    const { tx } = scope;
    const { districtCode, uscc } = input;
    requireWriter(scope.viewer, districtCode);
    await requireArea(scope, { districtCode });

    const id = scope.newId('Organisation');
    await tx.db.insert(organisationTable).values({
      id,
      name: checkText('name', input.name),
      kind: input.kind,
      uscc: uscc === null || uscc === undefined ? null : parseUscc(uscc),
      parentId: await requireIdIfGiven(scope, 'Organisation', input.parentId, 'parentId'),
      seatDistrictCode: districtCode,
      foundedOn: requireNotFutureDate('foundedOn', input.foundedOn, scope.now),
    });
    await enterIdentifiers(tx, id, input);
    return recordNew(scope, { type: 'Organisation', id, districtCode });
  });

async function enterIdentifiers(
  tx: Transaction,
  organisationId: string,
  input: RegisterOrganisationInput,
): Promise<void> {
  const identifiers = requireFew('identifiers', input.identifiers, 20);
  if (identifiers.length === 0) return;
  await tx.db.insert(organisationIdentifierTable).values(
    identifiers.map(({ scheme, value }) => ({
      organisationId,
      scheme: checkText('identifiers.scheme', scheme, { lengthMax: 50 }),
      value: checkText('identifiers.value', value, { lengthMax: 100 }),
    })),
  );
}
