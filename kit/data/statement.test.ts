import { asc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { systemViewer } from '../call/viewer.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { noteInternalTable, noteTable } from '../test-support/note-table.js';
import type { Database } from './database.js';
import { statement } from './statement.js';

let kit: KitDatabase;
let database: Database;

beforeAll(async () => {
  kit = await createKitDatabase();
  database = kit.open();
  await kit.admin`
    insert into lab.note (id, parent, district_code, name, fen)
    values ('note_1', 'note_2', '430202', 'one', 7), ('note_2', 'none', '430202', 'two', 8)`;
  await kit.admin`insert into lab.note_internal values ('note_1', '430202', null, 'order 1')`;
});
afterAll(() => kit[Symbol.asyncDispose]());

const parent = alias(noteTable, 'parent');
const withParent = statement(
  {
    id: noteTable.id,
    name: noteTable.name,
    parentName: parent.name,
    parentFen: parent.fen,
    parentTags: parent.tags,
    orderNumber: noteInternalTable.orderNumber,
    length: sql`length(${noteTable.name})`.mapWith(Number),
    shout: sql<string>`upper(${noteTable.name})`.as('shout'),
  },
  (select) =>
    select
      .from(noteTable)
      .leftJoin(parent, eq(parent.id, noteTable.parent))
      .leftJoin(noteInternalTable, eq(noteInternalTable.noteId, noteTable.id))
      .where(sql`${noteTable.fen} >= ${sql.placeholder('atLeastFen')}::bigint`)
      .orderBy(asc(noteTable.id))
      .limit(sql.placeholder('limit')),
);

test('a row has the fields as they were named, also where two columns share a name', async () => {
  const rows = await database.reader(systemViewer).rows(withParent, { atLeastFen: 7n, limit: 10 });
  expect(rows).toEqual([
    {
      id: 'note_1',
      name: 'one',
      parentName: 'two',
      parentFen: 8n,
      parentTags: [],
      orderNumber: 'order 1',
      length: 3,
      shout: 'ONE',
    },
    {
      id: 'note_2',
      name: 'two',
      parentName: null,
      parentFen: null,
      parentTags: null,
      orderNumber: null,
      length: 3,
      shout: 'TWO',
    },
  ]);
});

test('values go where their names stand, in reads and in writes', async () => {
  const values = { limit: 1, atLeastFen: 8n, unused: 'x' };
  const [read] = await database.reader(systemViewer).rows(withParent, values);
  const [seen] = await database.write(systemViewer, { repeatable: true }, (tx) =>
    tx.rows(withParent, values),
  );
  expect([read?.id, seen?.id]).toEqual(['note_2', 'note_2']);
});

test('a value that is missing is a bug of ours, told at once', async () => {
  await expect(database.reader(systemViewer).rows(withParent, { limit: 1 })).rejects.toThrow(
    'No value for placeholder "atLeastFen"',
  );
});

test('the text is made once, and holds no value', () => {
  expect(withParent.text).not.toMatch(/undefined|\[object/);
  expect(withParent.parameters({ atLeastFen: 1n, limit: 2 })).toEqual([1n, 2]);
});
