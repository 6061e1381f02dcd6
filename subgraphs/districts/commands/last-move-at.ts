import type { Transaction } from '@linju/kit';
import { and, desc, eq } from 'drizzle-orm';

import { sharedTables } from '../tables/shared-tables.js';

/** When the last move of a record took effect; null where it has no recorded past. */
export async function lastMoveAt(tx: Transaction, type: string, id: string): Promise<Date | null> {
  const { transition } = sharedTables;
  const [last] = await tx.db
    .select({ at: transition.effectiveAt })
    .from(transition)
    .where(and(eq(transition.entityType, type), eq(transition.entityId, id)))
    .orderBy(desc(transition.effectiveAt))
    .limit(1);
  return last?.at ?? null;
}
