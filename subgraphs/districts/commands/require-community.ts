import { parseId, refuseUnknown, type Transaction } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { communityTable } from '../tables/community-tables.js';

/**
 * The community that a write names, kept from changing until the write ends.
 * @throws Refusal BAD_USER_INPUT, NOT_FOUND
 */
export async function requireCommunity(tx: Transaction, id: string, field: string) {
  const [row] = await tx.db
    .select()
    .from(communityTable)
    .where(eq(communityTable.id, parseId('Community', id, field)))
    .for('update');
  return row ?? refuseUnknown('Community', id, field);
}
