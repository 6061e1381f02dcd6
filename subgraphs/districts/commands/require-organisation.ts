import { parseId, refuseUnknown, type Transaction } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { organisationTable } from '../tables/organisation-tables.js';

/**
 * The organisation that a write names, kept from changing until the write ends.
 * @throws Refusal BAD_USER_INPUT, NOT_FOUND
 */
export async function requireOrganisation(tx: Transaction, id: string, field: string) {
  const [row] = await tx.db
    .select()
    .from(organisationTable)
    .where(eq(organisationTable.id, parseId('Organisation', id, field)))
    .for('update');
  return row ?? refuseUnknown('Organisation', id, field);
}
