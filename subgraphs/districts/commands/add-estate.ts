import { checkText, refuse, runCommand, workflowSourceId, type CommandParts } from '@linju/kit';

import { requireFew } from '../rules/few.js';
import { requireWriter } from '../rules/may-write.js';
import type { AddEstateInput } from '../schema/register-community-input.js';
import { estateTable } from '../tables/community-tables.js';
import { requireCommunity } from './require-community.js';
import { requireOrganisation } from './require-organisation.js';

/**
 * Enters a housing estate of a community.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, BAD_USER_INPUT, RULE_VIOLATED
 */
export const addEstate = (parts: CommandParts, input: AddEstateInput) =>
  runCommand(parts, 'addEstate', input, async (scope) => {
    const community = await requireCommunity(scope.tx, input.communityId, 'communityId');
    const { districtCode } = community;
    requireWriter(scope.viewer, districtCode);
    if (input.propertyFirmId) {
      await requireOrganisation(scope.tx, input.propertyFirmId, 'propertyFirmId');
    }

    const id = scope.newId('Estate');
    await scope.tx.db.insert(estateTable).values({
      id,
      name: checkText('name', input.name, { lengthMax: 100 }),
      communityId: community.id,
      districtCode,
      aliases: [],
      blocks: requireFew('blocks', input.blocks, 100).map((block) => checkText('blocks', block)),
      builtDecade: requireDecade(input.builtDecade),
      propertyFirmId: input.propertyFirmId ?? null,
      committeeMembers: input.committeeMembers ?? null,
      committeePartyMembers: input.committeePartyMembers ?? null,
    });
    const entity = { type: 'Estate', id, districtCode };
    await scope.provenance({ ...entity, sourceId: workflowSourceId, method: 'RECORDED' });
    await scope.changed({ ...entity, change: 'CREATED' });
    return { id };
  });

function requireDecade(decade: number | null | undefined): number | null {
  if (decade === null || decade === undefined) return null;
  if (decade % 10 === 0 && decade >= 1900 && decade <= 2090) return decade;
  return refuse('BAD_USER_INPUT', {
    field: 'builtDecade',
    message: 'builtDecade is the first year of a decade, such as 1980.',
  });
}
