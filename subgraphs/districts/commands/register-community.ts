import {
  checkText,
  recordNew,
  requireArea,
  requireCodes,
  requireFew,
  requireWriter,
  runCommand,
  type CommandParts,
} from '@linju/kit';

import { requireCommunityCode } from '../rules/community-code.js';
import type { RegisterCommunityInput } from '../schema/register-community-input.js';
import { communityTable } from '../tables/community-tables.js';

/**
 * Enters a new community of a district.
 * @throws Refusal NOT_AUTHORISED, BAD_USER_INPUT, NOT_FOUND, CODE_RETIRED, PLACE_MISMATCH, DUPLICATE
 */
export const registerCommunity = (parts: CommandParts, input: RegisterCommunityInput) =>
  runCommand(parts, 'registerCommunity', input, async (scope) => {
    const { districtCode, streetCode = null } = input;
    requireWriter(scope.viewer, districtCode);
    await requireArea(scope, { districtCode, streetCode });
    const code12 = requireCommunityCode(input);
    const tags = requireFew('methodTags', input.methodTags, 20);

    const id = scope.newId('Community');
    await scope.tx.db.insert(communityTable).values({
      id,
      name: checkText('name', input.name, { lengthMax: 100 }),
      aliases: requireFew('aliases', input.aliases, 20).map((alias) => checkText('aliases', alias)),
      kind: input.kind,
      districtCode,
      streetCode,
      code12,
      code12ReasonIfNull: code12 === null ? 'CODE_UNKNOWN' : null,
      urbanRuralClass: input.urbanRuralClass ?? null,
      methodTags: await requireCodes(scope, 'MethodTag', tags, 'methodTags'),
    });
    return recordNew(scope, { type: 'Community', id, districtCode });
  });
