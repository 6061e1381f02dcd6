import { workflowSourceId, type WriteScope } from '@linju/kit';

/** A record that a write has just made. */
export interface NewRecord {
  readonly type: string;
  readonly id: string;
  readonly districtCode: string | null;
  /** Its first state and since when; left out for records without states. */
  readonly begins?: { readonly state: string; readonly at: Date };
}

/** What every new record leaves beside its own row: where it comes from, where it begins, a word to the outbox. */
export async function recordNew(scope: WriteScope, record: NewRecord): Promise<{ id: string }> {
  const { begins, ...entity } = record;
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
  await scope.changed({ ...entity, change: 'CREATED' });
  return { id: record.id };
}
