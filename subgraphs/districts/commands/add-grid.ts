import {
  checkOptionalText,
  checkText,
  runCommand,
  workflowSourceId,
  type CommandParts,
} from '@linju/kit';

import { requireWriter } from '../rules/may-write.js';
import type { AddGridInput } from '../schema/register-community-input.js';
import { gridTable } from '../tables/community-tables.js';
import { requireCommunity } from './require-community.js';

/**
 * Enters a grid of a community.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, BAD_USER_INPUT
 */
export const addGrid = (parts: CommandParts, input: AddGridInput) =>
  runCommand(parts, 'addGrid', input, async (scope) => {
    const community = await requireCommunity(scope.tx, input.communityId, 'communityId');
    const { districtCode } = community;
    requireWriter(scope.viewer, districtCode);

    const id = scope.newId('Grid');
    await scope.tx.db.insert(gridTable).values({
      id,
      name: checkText('name', input.name, { lengthMax: 100 }),
      communityId: community.id,
      districtCode,
      localNumber: checkOptionalText('localNumber', input.localNumber, { lengthMax: 50 }),
    });
    const entity = { type: 'Grid', id, districtCode };
    await scope.provenance({ ...entity, sourceId: workflowSourceId, method: 'RECORDED' });
    await scope.changed({ ...entity, change: 'CREATED' });
    return { id };
  });
