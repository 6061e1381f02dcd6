import { refuse, requireArea, type WriteScope, type WrittenPlace } from '@linju/kit';

import type { communityTable } from '../tables/community-tables.js';
import { requireRecord } from './require-record.js';

/**
 * The place of a new record: every code known and in force, the community known, each part within the greater.
 * @returns the place to store; a community that is given tells its street
 * @throws Refusal NOT_FOUND, CODE_RETIRED, PLACE_MISMATCH, BAD_USER_INPUT
 */
export async function requireKnownPlace(scope: WriteScope, place: WrittenPlace) {
  await requireArea(scope, place);
  const { districtCode, streetCode = null, communityId = null } = place;
  if (communityId === null) return { districtCode, streetCode, communityId };
  const community = await requireRecord(scope, 'Community', communityId, 'communityId');
  requireWithin(community, { districtCode, streetCode });
  return {
    districtCode,
    streetCode: streetCode ?? community.streetCode,
    communityId: community.id,
  };
}

function requireWithin(
  community: typeof communityTable.$inferSelect,
  { districtCode, streetCode }: { districtCode: string; streetCode: string | null },
): void {
  const elsewhere =
    streetCode !== null && community.streetCode !== null && community.streetCode !== streetCode;
  if (community.districtCode === districtCode && !elsewhere) return;
  refuse('PLACE_MISMATCH', {
    field: 'communityId',
    message: `Community ${community.id} lies in district ${community.districtCode}${community.streetCode ? `, street ${community.streetCode}` : ''}.`,
  });
}
