import {
  checkOptionalText,
  checkText,
  recordNew,
  requireWriter,
  runCommand,
  type CommandParts,
} from '@linju/kit';

import type { RegisterGridInput } from '../schema/register-grid-input.js';
import { gridTable } from '../tables/community-tables.js';
import { requireRecord } from './require-record.js';

/**
 * Enters a grid of a community.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, BAD_USER_INPUT
 */
export const registerGrid = (parts: CommandParts, input: RegisterGridInput) =>
  runCommand(parts, 'registerGrid', input, async (scope) => {
    const { tx, viewer } = scope;
    const community = await requireRecord(scope, 'Community', input.communityId, 'communityId');
    const { districtCode } = community;
    requireWriter(viewer, districtCode);

    const id = scope.newId('Grid');
    await tx.db.insert(gridTable).values({
      id,
      name: checkText('name', input.name, { lengthMax: 100 }),
      communityId: community.id,
      districtCode,
      localNumber: checkOptionalText('localNumber', input.localNumber, { lengthMax: 50 }),
    });
    return recordNew(scope, { type: 'Grid', id, districtCode });
  });
