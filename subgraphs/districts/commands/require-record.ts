import { parseId, refuseUnknown, type Transaction } from '@linju/kit';
import { eq } from 'drizzle-orm';

import {
  mergeableTables,
  type MergeableRow,
  type MergeableType,
} from '../tables/mergeable-tables.js';

/**
 * The record that a write names; an id that was merged away gives the survivor. It is not locked: a
 * lock would need the right to change it, and its key cannot vanish, since nothing is deleted.
 * @throws Refusal BAD_USER_INPUT, NOT_FOUND
 */
export async function requireRecord<Type extends MergeableType>(
  tx: Transaction,
  type: Type,
  id: string,
  field: string,
): Promise<MergeableRow<Type>> {
  const asked = await recordById(tx, type, parseId(type, id, field));
  const survivor = asked?.mergedInto ? await recordById(tx, type, asked.mergedInto) : asked;
  return (survivor as MergeableRow<Type> | undefined) ?? refuseUnknown(type, id, field);
}

/**
 * The id to store for a record that a write may leave out.
 * @returns null where it is left out
 * @throws Refusal BAD_USER_INPUT, NOT_FOUND
 */
export async function requireIdIfGiven(
  tx: Transaction,
  type: MergeableType,
  id: string | null | undefined,
  field: string,
): Promise<string | null> {
  if (id === null || id === undefined) return null;
  return (await requireRecord(tx, type, id, field)).id;
}

async function recordById(tx: Transaction, type: MergeableType, id: string) {
  const table = mergeableTables[type];
  const [row] = await tx.db.select().from(table).where(eq(table.id, id));
  return row;
}
