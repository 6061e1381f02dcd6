import { workflowSourceId, type EntityRef, type WriteScope } from '@linju/kit';

/**
 * Says of a new record that it was entered here, and tells that it is there.
 * @returns what a command that makes a record answers
 */
export async function recordEntered(
  scope: WriteScope,
  entity: EntityRef,
): Promise<{ readonly id: string }> {
  await scope.provenance({ ...entity, sourceId: workflowSourceId, method: 'RECORDED' });
  await scope.changed({ ...entity, change: 'CREATED' });
  return { id: entity.id };
}
