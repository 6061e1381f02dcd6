import type { WriteScope } from '../write/write-scope.js';
import { noteTable } from './note-table.js';

/**
 * The rows of one write that belongs together: so many notes under one parent, each with its provenance,
 * its first state and its place in the outbox.
 * @param between done between two notes
 */
export async function addSet(
  scope: WriteScope,
  size: number,
  between: () => Promise<unknown> = async () => {},
): Promise<{ readonly id: string; readonly size: number }> {
  const parent = scope.newId('Set');
  for (let number = 1; number <= size; number += 1) {
    const id = `${parent}-${number}`;
    const entity = { type: 'Note', id, districtCode: '430202' };
    await scope.tx.db.insert(noteTable).values({
      id,
      parent,
      districtCode: '430202',
      name: `note ${number}`,
      at: scope.now,
      fen: 0n,
      tags: [],
    });
    await scope.provenance({ ...entity, sourceId: 'source_seed_workflow', method: 'RECORDED' });
    await scope.transition({ ...entity, from: null, to: 'OPEN', effectiveAt: scope.now });
    await scope.changed({ ...entity, change: 'CREATED' });
    await between();
  }
  return { id: parent, size };
}
