import { refuse, requireArea, type Transaction } from '@linju/kit';

import type { communityTable } from '../tables/community-tables.js';
import { sharedTables } from '../tables/shared-tables.js';
import { requireRecord } from './require-record.js';

/** A place as a writer names it. */
export interface WrittenPlace {
  readonly districtCode: string;
  readonly streetCode?: string | null | undefined;
  readonly communityId?: string | null | undefined;
}

/**
 * A place that a new record may have: every code known and in force, each part within the greater.
 * @returns the place to store; a community that is given tells its street
 * @throws Refusal NOT_FOUND, CODE_RETIRED, PLACE_MISMATCH, BAD_USER_INPUT
 */
export async function requirePlace(tx: Transaction, place: WrittenPlace) {
  await requireArea(tx, sharedTables, place);
  const { districtCode, streetCode = null, communityId = null } = place;
  if (communityId === null) return { districtCode, streetCode, communityId };
  const community = await requireRecord(tx, 'Community', communityId, 'communityId');
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
