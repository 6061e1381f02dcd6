import { parseId, refuse, refuseUnknown, requireArea, type Transaction } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { communityTable } from '../tables/community-tables.js';
import { sharedTables } from '../tables/shared-tables.js';

interface WrittenPlace {
  readonly districtCode: string;
  readonly streetCode?: string | null | undefined;
  readonly communityId?: string | null | undefined;
}

/**
 * A place that a new record may have: every code known and in force, each part within the greater.
 * @throws Refusal NOT_FOUND, CODE_RETIRED, PLACE_MISMATCH, BAD_USER_INPUT
 */
export async function requirePlace(tx: Transaction, place: WrittenPlace): Promise<void> {
  await requireArea(tx, sharedTables, place);
  if (place.communityId) await requireCommunityThere(tx, place.communityId, place);
}

async function requireCommunityThere(
  tx: Transaction,
  communityId: string,
  { districtCode, streetCode }: WrittenPlace,
): Promise<void> {
  const id = parseId('Community', communityId, 'communityId');
  const [community] = await tx.db.select().from(communityTable).where(eq(communityTable.id, id));
  const known = community ?? refuseUnknown('Community', id, 'communityId');
  const elsewhere = streetCode && known.streetCode && known.streetCode !== streetCode;
  if (known.districtCode !== districtCode || elsewhere) {
    refuse('PLACE_MISMATCH', {
      field: 'communityId',
      message: `Community ${id} lies in district ${known.districtCode}${known.streetCode ? `, street ${known.streetCode}` : ''}.`,
    });
  }
}
