import { parseId, refuseUnknown, type WriteScope } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { requireWriter } from '../rules/may-write.js';
import { disclosureTable } from '../tables/disclosure-table.js';

/**
 * The disclosure that a write names, of a district the viewer may write, locked until the write ends.
 * @throws Refusal BAD_USER_INPUT, NOT_FOUND, NOT_AUTHORISED
 */
export async function requireDisclosure({ tx, viewer }: WriteScope, disclosureId: string) {
  const id = parseId('Disclosure', disclosureId, 'disclosureId');
  const byId = eq(disclosureTable.id, id);
  const [seen] = await tx.db.select().from(disclosureTable).where(byId);
  requireWriter(viewer, (seen ?? refuseUnknown('Disclosure', id, 'disclosureId')).districtCode);
  const [locked] = await tx.db.select().from(disclosureTable).where(byId).for('no key update');
  return locked ?? refuseUnknown('Disclosure', id, 'disclosureId');
}
