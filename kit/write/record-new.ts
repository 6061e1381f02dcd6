import { isOfficerOf } from '../call/viewer.js';
import { workflowSourceId, type EntityRef, type WriteScope } from './write-scope.js';
import { shanghaiDate } from '../values/shanghai-day.js';

/** A record that a write has just made. */
export interface NewRecord extends EntityRef {
  /** Its first state and since when; left out for records without states. */
  readonly begins?: { readonly state: string; readonly at: Date };
}

/**
 * What every new record leaves beside its own row: where it comes from, where it begins, that such records of
 * the district are here now, and a word to the outbox.
 * @returns what a command that makes a record answers
 */
export async function recordNew(
  scope: WriteScope,
  { begins, ...entity }: NewRecord,
): Promise<{ readonly id: string }> {
  if (begins) {
    await scope.transition({
      ...entity,
      from: null,
      to: begins.state,
      effectiveAt: begins.at,
      actorRole: scope.viewer.role,
    });
  }
  await scope.provenance({ ...entity, sourceId: workflowSourceId, method: 'RECORDED' });
  await noteCoverage(scope, entity);
  await scope.changed({ ...entity, change: 'CREATED' });
  return { id: entity.id };
}

// A kind that is not covered counts as unknown, so the first record of a kind makes it covered in part. An app may
// not say so for a district; the officer's next record will.
async function noteCoverage(
  { tx, tables, viewer, now }: WriteScope,
  { type: recordKind, districtCode }: EntityRef,
): Promise<void> {
  if (districtCode === null || !isOfficerOf(viewer, districtCode)) return;
  await tx.db
    .insert(tables.coverage)
    .values({ districtCode, recordKind, coverage: 'PARTIAL', since: shanghaiDate(now) })
    .onConflictDoNothing();
}
