import { parseId, refuseUnknown, type WriteScope } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { requireWriter } from '../rules/may-write.js';
import { grantTable } from '../tables/grant-tables.js';

/**
 * The grant that a write names, of a district the viewer may write, locked until the write ends.
 * @throws Refusal BAD_USER_INPUT, NOT_FOUND, NOT_AUTHORISED
 */
export async function requireGrant({ tx, viewer }: WriteScope, grantId: string) {
  const id = parseId('Grant', grantId, 'grantId');
  const byId = eq(grantTable.id, id);
  // Read first: to lock a row of another district is not open, so it would look as if it were not there.
  const [seen] = await tx.db.select().from(grantTable).where(byId);
  requireWriter(viewer, (seen ?? refuseUnknown('Grant', id, 'grantId')).districtCode);
  const [locked] = await tx.db.select().from(grantTable).where(byId).for('no key update');
  return locked ?? refuseUnknown('Grant', id, 'grantId');
}
