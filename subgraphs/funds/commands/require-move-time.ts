import type { WriteScope } from '@linju/kit';
import { and, eq, max } from 'drizzle-orm';

import { requireNotBefore } from '../rules/not-before.js';
import { requireNotFuture } from '../rules/not-future.js';
import { sharedTables } from '../tables/shared-tables.js';

/**
 * The instant of a move: not ahead, and not before the move it follows. The past is read in the order
 * of these instants, so a move behind the last one would be told as if it had come first.
 * @param effectiveAt as the writer states it; null: now
 * @throws Refusal BAD_USER_INPUT
 */
export async function requireMoveTime(
  { tx, now }: WriteScope,
  record: { readonly type: string; readonly id: string },
  effectiveAt: Date | null | undefined,
): Promise<Date> {
  const { transition } = sharedTables;
  const at = requireNotFuture('effectiveAt', effectiveAt ?? now, now);
  const [last] = await tx.db
    .select({ at: max(transition.effectiveAt) })
    .from(transition)
    .where(and(eq(transition.entityType, record.type), eq(transition.entityId, record.id)));
  return requireNotBefore('effectiveAt', at, {
    earlier: last?.at ? [new Date(last.at)] : [],
    what: 'it came into the state it is in',
  });
}
