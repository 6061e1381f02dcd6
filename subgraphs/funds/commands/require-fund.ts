import { parseId, refuseUnknown, type Transaction } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { fundTable } from '../tables/fund-table.js';

/**
 * The fund that a write names.
 * @throws Refusal BAD_USER_INPUT, NOT_FOUND
 */
export async function requireFund(tx: Transaction, id: string, field = 'fundId') {
  const fundId = parseId('Fund', id, field);
  const [row] = await tx.db.select().from(fundTable).where(eq(fundTable.id, fundId));
  return row ?? refuseUnknown('Fund', fundId, field);
}
