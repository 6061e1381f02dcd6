import {
  checkText,
  recordNew,
  refuse,
  requireFew,
  requireNotNegative,
  requireWriter,
  runCommand,
  type CommandParts,
} from '@linju/kit';

import type { RegisterEstateInput } from '../schema/register-estate-input.js';
import { estateTable } from '../tables/community-tables.js';
import { requireIdIfGiven, requireRecord } from './require-record.js';

/**
 * Enters a housing estate of a community.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, BAD_USER_INPUT, RULE_VIOLATED
 */
export const registerEstate = (parts: CommandParts, input: RegisterEstateInput) =>
  runCommand(parts, 'registerEstate', input, async (scope) => {
    const { tx, viewer } = scope;
    const community = await requireRecord(scope, 'Community', input.communityId, 'communityId');
    const { districtCode } = community;
    requireWriter(viewer, districtCode);
    const { propertyFirmId } = input;

    const id = scope.newId('Estate');
    await tx.db.insert(estateTable).values({
      id,
      name: checkText('name', input.name, { lengthMax: 100 }),
      communityId: community.id,
      districtCode,
      aliases: requireFew('aliases', input.aliases, 20).map((alias) => checkText('aliases', alias)),
      blocks: requireFew('blocks', input.blocks, 100).map((block) => checkText('blocks', block)),
      builtDecade: requireDecade(input.builtDecade),
      propertyFirmId: await requireIdIfGiven(
        scope,
        'Organisation',
        propertyFirmId,
        'propertyFirmId',
      ),
      committeeMembers: requireNotNegative('committeeMembers', input.committeeMembers),
      committeePartyMembers: requireNotNegative(
        'committeePartyMembers',
        input.committeePartyMembers,
      ),
    });
    return recordNew(scope, { type: 'Estate', id, districtCode });
  });

function requireDecade(decade: number | null | undefined): number | null {
  if (decade === null || decade === undefined) return null;
  if (decade % 10 === 0 && decade >= 1900 && decade <= 2090) return decade;
  return refuse('BAD_USER_INPUT', {
    field: 'builtDecade',
    message: 'builtDecade is the first year of a decade from 1900 to 2090, such as 1980.',
  });
}
