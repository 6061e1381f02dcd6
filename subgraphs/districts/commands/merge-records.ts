import { parseId, refuseUnknown, runCommand, type CommandParts } from '@linju/kit';
import { eq, inArray } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

import { requireMergeable, type MergePartner } from '../rules/may-merge.js';
import { requireWriter } from '../rules/may-write.js';
import type { MergeInput } from '../schema/merge-input.js';

/** A table whose records may be merged. */
export interface MergeableTable {
  readonly type: 'Organisation' | 'Community' | 'Facility';
  readonly table: PgTable & { readonly id: PgColumn; readonly mergedInto: PgColumn };
  readonly district: PgColumn;
}

/**
 * Gives up one record in favour of another. Nothing is deleted: the old id leads to the survivor.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MERGE_CYCLE, PLACE_MISMATCH
 */
export const mergeRecords = (
  parts: CommandParts,
  { type, table, district }: MergeableTable,
  input: MergeInput,
) =>
  runCommand(parts, `merge${type}`, input, async (scope) => {
    const ids = {
      merged: parseId(type, input.mergedId, 'mergedId'),
      survivor: parseId(type, input.survivorId, 'survivorId'),
    };
    const rows = (await scope.tx.db
      .select({ id: table.id, districtCode: district, mergedInto: table.mergedInto })
      .from(table)
      .where(inArray(table.id, [ids.merged, ids.survivor]))
      .orderBy(table.id)
      .for('update')) as MergePartner[];
    const merged =
      rows.find(({ id }) => id === ids.merged) ?? refuseUnknown(type, ids.merged, 'mergedId');
    const survivor =
      rows.find(({ id }) => id === ids.survivor) ?? refuseUnknown(type, ids.survivor, 'survivorId');
    requireWriter(scope.viewer, merged.districtCode);
    requireMergeable(merged, survivor);

    await scope.tx.db.update(table).set({ mergedInto: survivor.id }).where(eq(table.id, merged.id));
    const { districtCode } = merged;
    await scope.changed({ type, id: merged.id, districtCode, change: 'REMOVED' });
    await scope.changed({ type, id: survivor.id, districtCode, change: 'CHANGED' });
    return { id: survivor.id };
  });
