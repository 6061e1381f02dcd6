import {
  checkText,
  requireArea,
  runCommand,
  workflowSourceId,
  type CommandParts,
} from '@linju/kit';

import { requireFew } from '../rules/few.js';
import { requireWriter } from '../rules/may-write.js';
import { parseUscc } from '../rules/uscc.js';
import type { RegisterOrganisationInput } from '../schema/register-organisation-input.js';
import { organisationIdentifierTable, organisationTable } from '../tables/organisation-tables.js';
import { sharedTables } from '../tables/shared-tables.js';
import { requireOrganisation } from './require-organisation.js';

/**
 * Enters a new organisation with its seat in the writer's district.
 * @throws Refusal NOT_AUTHORISED, BAD_USER_INPUT, NOT_FOUND, CODE_RETIRED, DUPLICATE
 */
export const registerOrganisation = (parts: CommandParts, input: RegisterOrganisationInput) =>
  runCommand(parts, 'registerOrganisation', input, async (scope) => {
    const { seatDistrictCode, parentId } = input;
    requireWriter(scope.viewer, seatDistrictCode);
    await requireArea(scope.tx, sharedTables, { districtCode: seatDistrictCode });
    if (parentId) await requireOrganisation(scope.tx, parentId, 'parentId');

    const id = scope.newId('Organisation');
    await scope.tx.db.insert(organisationTable).values({
      id,
      name: checkText('name', input.name),
      kind: input.kind,
      uscc: input.uscc ? parseUscc(input.uscc) : null,
      parentId: parentId ?? null,
      seatDistrictCode,
      foundedOn: input.foundedOn ?? null,
    });
    const identifiers = requireFew('identifiers', input.identifiers, 20);
    if (identifiers.length > 0) {
      await scope.tx.db.insert(organisationIdentifierTable).values(
        identifiers.map(({ scheme, value }) => ({
          organisationId: id,
          scheme: checkText('identifiers.scheme', scheme, { lengthMax: 50 }),
          value: checkText('identifiers.value', value, { lengthMax: 100 }),
        })),
      );
    }
    const entity = { type: 'Organisation', id, districtCode: seatDistrictCode };
    await scope.provenance({ ...entity, sourceId: workflowSourceId, method: 'RECORDED' });
    await scope.changed({ ...entity, change: 'CREATED' });
    return { id };
  });
