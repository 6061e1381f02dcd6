import { parseId, refuseUnknown, type Transaction } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { facilityTable } from '../tables/facility-table.js';

/**
 * The facility that a write names, locked until the write ends; a merged id gives the survivor.
 * @throws Refusal BAD_USER_INPUT, NOT_FOUND
 */
export async function requireFacility(tx: Transaction, id: string, field: string) {
  const [row] = await lockedRow(tx, parseId('Facility', id, field));
  if (row?.mergedInto)
    return (await lockedRow(tx, row.mergedInto))[0] ?? refuseUnknown('Facility', id, field);
  return row ?? refuseUnknown('Facility', id, field);
}

const lockedRow = (tx: Transaction, id: string) =>
  tx.db.select().from(facilityTable).where(eq(facilityTable.id, id)).for('update');
