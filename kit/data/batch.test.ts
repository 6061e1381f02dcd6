import { asc } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { anonymous } from '../call/viewer.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { noteTable } from '../test-support/note-table.js';
import { loadMany, loadOne } from './batch.js';
import { amongKeys } from './conditions.js';
import type { Database, Reader } from './database.js';
import { statement } from './statement.js';

let kit: KitDatabase;
let database: Database;
let reader: Reader;
const statements: string[] = [];

beforeAll(async () => {
  kit = await createKitDatabase();
  database = kit.open({ onStatement: (text) => statements.push(text) });
  await kit.admin`
    insert into lab.note (id, parent, district_code, name)
    values ('note_1', 'a', '430202', 'one'), ('note_2', 'a', '430202', 'two'), ('note_3', 'b', '430202', 'three')`;
});
beforeEach(() => {
  reader = database.reader(anonymous);
  statements.length = 0;
});
afterAll(() => kit[Symbol.asyncDispose]());

const columns = { id: noteTable.id, parent: noteTable.parent };
const byId = statement(columns, (select) => select.from(noteTable).where(amongKeys(noteTable.id)));
const byParent = statement(columns, (select) =>
  select.from(noteTable).where(amongKeys(noteTable.parent)).orderBy(asc(noteTable.id)),
);

test('keys of one tick are one statement, its rows in the order of the keys, null where none is', async () => {
  const loader = loadOne(reader, byId, ({ id }) => id);
  const keys = ['note_3', 'nobody', 'note_1', 'note_3', `'; --`, '{a,"b"}', 'NULL', ''];
  const rows = await Promise.all(keys.map((key) => loader.load(key)));
  expect(rows.map((row) => row?.id ?? null)).toEqual([
    'note_3',
    null,
    'note_1',
    'note_3',
    null,
    null,
    null,
    null,
  ]);
  expect(statements).toEqual([byId.text]);
});

test('what was read once is not read again in the same operation', async () => {
  const loader = loadOne(reader, byId, ({ id }) => id);
  await loader.load('note_1');
  await loader.load('note_1');
  expect(statements).toHaveLength(1);
  await loader.clear('note_1').load('note_1');
  expect(statements).toHaveLength(2);
});

test('all rows of each key, in the statement’s order; none is an empty list', async () => {
  const loader = loadMany(reader, byParent, ({ parent }) => parent);
  const groups = await Promise.all(['b', 'a', 'nobody'].map((key) => loader.load(key)));
  expect(groups.map((rows) => rows.map(({ id }) => id))).toEqual([
    ['note_3'],
    ['note_1', 'note_2'],
    [],
  ]);
  expect(statements).toEqual([byParent.text]);
});

test('two loaders of one tick share a transaction, and a fault stays with its own', async () => {
  const broken = statement(columns, (select) =>
    select.from(noteTable).where(amongKeys(noteTable.fen)),
  );
  const [good, bad] = await Promise.allSettled([
    loadOne(reader, byId, ({ id }) => id).load('note_1'),
    loadOne(reader, broken, ({ id }) => id).load('note_1'),
  ]);
  expect(good).toMatchObject({ status: 'fulfilled', value: { id: 'note_1' } });
  expect(bad).toMatchObject({ status: 'rejected' });
});

test('a key of half a surrogate pair is refused, with the keys it came with', async () => {
  const loader = loadOne(reader, byId, ({ id }) => id);
  await expect(loader.load('a\ud83d')).rejects.toMatchObject({ code: 'BAD_ENCODING' });
});
