import { fixedClock } from '../clock.js';
import type { Database } from '../data/database.js';
import { newUlidId } from '../ids.js';
import type { Viewer } from '../call/viewer.js';
import { scopeOf, type WriteScope } from '../write/write-scope.js';
import { labTables, noteTable } from './note-table.js';

/** Runs a piece of a write on its own, in a transaction of the viewer. */
export const inWrite = <Result>(
  database: Database,
  viewer: Viewer,
  now: Date,
  work: (scope: WriteScope) => Promise<Result>,
): Promise<Result> =>
  database.write(viewer, { repeatable: true }, (tx) =>
    work(
      scopeOf(
        { database, tables: labTables, viewer, clock: fixedClock(now), newId: newUlidId },
        tx,
        now,
      ),
    ),
  );

/** Enters the row of a note of district 430202. */
export async function enterNote({ tx, now, newId }: WriteScope): Promise<string> {
  const id = newId('Note');
  await tx.db.insert(noteTable).values({
    ...{ id, parent: id, districtCode: '430202', name: 'a note', at: now, fen: 0n, tags: [] },
  });
  return id;
}
