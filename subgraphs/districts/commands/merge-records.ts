import {
  parseId,
  refuseUnknown,
  requireWriter,
  runCommand,
  type CommandParts,
  type WriteScope,
} from '@linju/kit';
import { and, eq, inArray } from 'drizzle-orm';

import { requireMergeable, type MergeableRecord } from '../rules/may-merge.js';
import type { MergeInput } from '../schema/merge-input.js';
import { districtCodeOf, mergeableTables, type MergeableType } from '../tables/mergeable-tables.js';
import { sharedTables } from '../tables/shared-tables.js';
import { requireRecord } from './require-record.js';

/**
 * Gives up one record in favour of another of its type. Nothing is deleted: the old id leads to the
 * survivor, and what names it goes on naming it. Loaders find such things under the survivor.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MERGE_CYCLE, PLACE_MISMATCH
 */
export const mergeRecords = (parts: CommandParts, type: MergeableType, input: MergeInput) =>
  runCommand(parts, `merge${type}`, input, async (scope) => {
    const mergedId = parseId(type, input.mergedId, 'mergedId');
    const { id: survivorId } = await requireRecord(scope, type, input.survivorId, 'survivorId');
    const seen = await pairOf(scope, type, { mergedId, survivorId });
    requireWriter(scope.viewer, seen.merged.districtCode);
    requireMergeable(seen.merged, seen.survivor);
    // Asked again once nobody else can merge either of them.
    const { merged, survivor } = await pairOf(scope, type, { mergedId, survivorId, lock: true });
    requireMergeable(merged, survivor);

    await giveUp(scope, type, merged, survivor);
    const { districtCode } = survivor;
    await scope.changed({ type, id: survivor.id, districtCode, change: 'CHANGED' });
    return { id: survivor.id };
  });

interface AskedPair {
  readonly mergedId: string;
  readonly survivorId: string;
  readonly lock?: boolean;
}

// Locked in the order of their ids, so that two merges of the same pair cannot wait for each other.
async function pairOf(
  { tx }: WriteScope,
  type: MergeableType,
  { mergedId, survivorId, lock = false }: AskedPair,
) {
  const table = mergeableTables[type];
  const asked = tx.db
    .select()
    .from(table)
    .where(inArray(table.id, [mergedId, survivorId]))
    .orderBy(table.id);
  const rows = await (lock ? asked.for('update') : asked);
  const recordOf = (id: string, field: string): MergeableRecord => {
    const row = rows.find((each) => each.id === id) ?? refuseUnknown(type, id, field);
    return { id, districtCode: districtCodeOf(row), mergedInto: row.mergedInto };
  };
  return { merged: recordOf(mergedId, 'mergedId'), survivor: recordOf(survivorId, 'survivorId') };
}

// Those that were merged into the given-up record before follow it, so that an id is always one step
// from its survivor; and what documents state of it is now stated of the survivor.
async function giveUp(
  scope: WriteScope,
  type: MergeableType,
  merged: MergeableRecord,
  survivor: MergeableRecord,
): Promise<void> {
  const table = mergeableTables[type];
  const { reportedFigure } = sharedTables;
  const followers = await scope.tx.db
    .update(table)
    .set({ mergedInto: survivor.id })
    .where(eq(table.mergedInto, merged.id))
    .returning({ id: table.id });
  await scope.tx.db.update(table).set({ mergedInto: survivor.id }).where(eq(table.id, merged.id));
  await scope.tx.db
    .update(reportedFigure)
    .set({ subjectId: survivor.id })
    .where(and(eq(reportedFigure.subjectType, type), eq(reportedFigure.subjectId, merged.id)));
  const { districtCode } = merged;
  for (const { id } of [merged, ...followers]) {
    await scope.changed({ type, id, districtCode, change: 'REMOVED' });
  }
}
