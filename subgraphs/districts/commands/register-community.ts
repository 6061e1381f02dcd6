import { checkText, runCommand, workflowSourceId, type CommandParts } from '@linju/kit';

import { requireCommunityCode } from '../rules/community-code.js';
import { requireFew } from '../rules/few.js';
import { requireWriter } from '../rules/may-write.js';
import type { RegisterCommunityInput } from '../schema/register-community-input.js';
import { communityTable } from '../tables/community-tables.js';
import { requireCode } from './require-code.js';
import { requirePlace } from './require-place.js';

/**
 * Enters a new community of a district.
 * @throws Refusal NOT_AUTHORISED, BAD_USER_INPUT, NOT_FOUND, CODE_RETIRED, PLACE_MISMATCH, DUPLICATE
 */
export const registerCommunity = (parts: CommandParts, input: RegisterCommunityInput) =>
  runCommand(parts, 'registerCommunity', input, async (scope) => {
    const { districtCode } = input;
    requireWriter(scope.viewer, districtCode);
    await requirePlace(scope.tx, { districtCode, streetCode: input.streetCode });
    const code12 = requireCommunityCode(input);
    const methodTags = [...requireFew('methodTags', input.methodTags, 20)];
    for (const tag of methodTags) await requireCode(scope, 'MethodTag', tag, 'methodTags');

    const id = scope.newId('Community');
    await scope.tx.db.insert(communityTable).values({
      id,
      name: checkText('name', input.name, { lengthMax: 100 }),
      aliases: requireFew('aliases', input.aliases, 20).map((alias) => checkText('aliases', alias)),
      kind: input.kind,
      districtCode,
      streetCode: input.streetCode ?? null,
      code12,
      code12NullReason: code12 === null ? 'CODE_UNKNOWN' : null,
      urbanRuralClass: input.urbanRuralClass ?? null,
      methodTags,
    });
    const entity = { type: 'Community', id, districtCode };
    await scope.provenance({ ...entity, sourceId: workflowSourceId, method: 'RECORDED' });
    await scope.changed({ ...entity, change: 'CREATED' });
    return { id };
  });
