import { refuse, type WriteScope } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { requireWriter } from '../rules/may-write.js';
import {
  districtCodeOf,
  mergeableTables,
  type MergeableRow,
  type MergeableType,
} from '../tables/mergeable-tables.js';
import { requireRecord } from './require-record.js';

/**
 * The record that a write changes, locked until the write ends. Who may write it is asked before the
 * lock: row policies hide what a viewer may not change from `for update`, so that a record everybody
 * can read would seem not to exist.
 * @throws Refusal BAD_USER_INPUT, NOT_FOUND, NOT_AUTHORISED, CONFLICT
 */
export async function requireWritable<Type extends MergeableType>(
  { tx, viewer }: WriteScope,
  type: Type,
  id: string,
  field: string,
): Promise<MergeableRow<Type>> {
  const known = await requireRecord(tx, type, id, field);
  requireWriter(viewer, districtCodeOf(known));
  const table = mergeableTables[type as MergeableType];
  const [locked] = await tx.db.select().from(table).where(eq(table.id, known.id)).for('update');
  if (locked && locked.mergedInto === null) return locked as MergeableRow<Type>;
  return refuse('CONFLICT', {
    field,
    message: 'This record was merged into another at this moment. Nothing was written; try again.',
  });
}
