import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { systemViewer } from '../call/viewer.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { noteTable } from '../test-support/note-table.js';
import type { Database } from './database.js';
import { statement } from './statement.js';

let kit: KitDatabase;
let database: Database;

beforeAll(async () => {
  kit = await createKitDatabase();
  // A server of another mind about how values are written.
  const settings = `alter role linju_lab in database ${new URL(kit.adminUrl).pathname.slice(1)} set`;
  await kit.admin.unsafe(`${settings} "TimeZone" = 'Asia/Shanghai'`);
  await kit.admin.unsafe(`${settings} "DateStyle" = 'German, DMY'`);
  database = kit.open();
});
afterAll(() => kit[Symbol.asyncDispose]());

const noteById = statement(
  {
    name: noteTable.name,
    at: noteTable.at,
    day: noteTable.day,
    fen: noteTable.fen,
    tags: noteTable.tags,
    body: noteTable.body,
  },
  (select) => select.from(noteTable).where(eq(noteTable.id, sql.placeholder('id'))),
);

type Note = typeof noteTable.$inferInsert;

let notes = 0;

/** Writes a note and reads it back, by drizzle within the transaction and by a statement after it. */
async function roundTrip(values: Partial<Note>) {
  const id = `note_${(notes += 1)}`;
  const row = {
    id,
    parent: 'p',
    districtCode: '430202',
    name: id,
    at: new Date(0),
    fen: 0n,
    tags: [],
  };
  const [written] = await database.write(systemViewer, { repeatable: true }, (tx) =>
    tx.db
      .insert(noteTable)
      .values({ ...row, ...values })
      .returning(),
  );
  const [read] = await database.reader(systemViewer).rows(noteById, { id });
  expect(written).toMatchObject(read!);
  return read!;
}

test.each(['', '中文 𠮷 é', `it's "x" \\ {a,b}; --`, ' \t\n ', '\\u0000', '$1 ${x} {{schema}}'])(
  'the text %j comes back as it was',
  async (text) => {
    expect(await roundTrip({ name: `n ${text}` })).toMatchObject({ name: `n ${text}` });
  },
);

test.each([
  '1970-01-01T00:00:00.000Z',
  '1949-10-01T07:00:00.000Z',
  '2024-09-20T15:59:59.999Z',
  '0099-01-01T00:00:00.001Z',
  '9999-12-31T23:59:59.999Z',
])('the instant %s comes back to the millisecond', async (instant) => {
  expect(await roundTrip({ at: new Date(instant) })).toMatchObject({ at: new Date(instant) });
});

test.each(['2024-02-29', '1949-10-01', '0099-12-31', null])('the day %s is a text', async (day) => {
  expect(await roundTrip({ day })).toMatchObject({ day });
});

test.each([0n, -1n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)])(
  'the amount %s is exact',
  async (fen) => {
    expect(await roundTrip({ fen })).toMatchObject({ fen });
  },
);

test.each([
  [[]],
  [['']],
  [['a,b', '"', '\\', '{', '}', 'NULL', 'null', ' a ', "'", '中文', 'a\nb']],
])('the list %j comes back as it was', async (tags) => {
  expect(await roundTrip({ tags })).toMatchObject({ tags });
});

test('a null in a list is no text', async () => {
  const tags = ['a', null, 'NULL'] as string[];
  expect(await roundTrip({ tags })).toMatchObject({ tags });
});

test.each([
  [{ a: [1, 'b', null, { c: true }], 中文: '"' }],
  [[]],
  ['plain'],
  ['12'],
  ['true'],
  ['"quoted"'],
  ['{"a":1}'],
  [12],
  [false],
])('the JSON value %j is encoded once', async (body) => {
  expect(await roundTrip({ body })).toMatchObject({ body });
  const [stored] = await kit.admin<{ type: string }[]>`
    select jsonb_typeof(body) as type from lab.note where id = ${`note_${notes}`}`;
  expect(stored?.type).toBe(Array.isArray(body) ? 'array' : typeof body);
});

test('a JSON null is null', async () => {
  expect(await roundTrip({ body: null })).toMatchObject({ body: null });
});

test.each([
  ['name', { name: 'a\ud83d' }],
  ['name', { name: 'a\0' }],
  ['tags', { tags: ['\ude00'] }],
  ['body', { body: { a: '\ud83d' } }],
  ['body', { body: { a: '\0' } }],
])('a broken %s is refused, and nothing is written', async (_column, values) => {
  await expect(roundTrip(values)).rejects.toMatchObject({ code: 'BAD_ENCODING' });
  expect(await database.reader(systemViewer).rows(noteById, { id: `note_${notes}` })).toEqual([]);
});

test('a broken key or filter of a read is refused', async () => {
  const read = database.reader(systemViewer).rows(noteById, { id: 'a\ud83d' });
  await expect(read).rejects.toMatchObject({ code: 'BAD_ENCODING' });
});

// What SQL of our own may ask for: one of each type, alone and in a list.
const allTypes = statement(
  {
    integer: sql`7::int`,
    bigint: sql`9007199254740993::bigint`,
    numeric: sql`0.10::numeric`,
    double: sql`0.1::float8`,
    boolean: sql`true`,
    day: sql`date '2024-02-29'`,
    instant: sql`timestamptz '2024-09-20 08:00:00+08'`,
    json: sql`'{"a":1}'::jsonb`,
    integers: sql`array[1, null]`,
    bigints: sql`array[9007199254740993, null]::bigint[]`,
    numerics: sql`array[0.10]::numeric[]`,
    booleans: sql`array[true, false]`,
    days: sql`array[date '2024-02-29']`,
    instants: sql`array[timestamptz '2024-09-20 08:00:00+08', null]`,
    jsons: sql`array['{"a":1}'::jsonb]`,
    grid: sql`array[['a', 'b'], ['c', null]]`,
    given: sql`${sql.placeholder('days')}::date[]`,
    counted: sql`${sql.placeholder('fens')}::bigint[]`,
    moments: sql`${sql.placeholder('moments')}::timestamptz[]`,
  },
  (select) => select.from(sql`(values (1)) as one`),
);

test('every type of ours has one form in code', async () => {
  const [row] = await database.reader(systemViewer).rows(allTypes, {
    days: ['2024-02-29', null],
    fens: [2n ** 63n - 1n],
    moments: [new Date('2024-09-20T00:00:00.001Z')],
  });
  expect(row).toEqual({
    integer: 7,
    bigint: 9007199254740993n,
    numeric: '0.10',
    double: 0.1,
    boolean: true,
    day: '2024-02-29',
    instant: new Date('2024-09-20T00:00:00Z'),
    json: { a: 1 },
    integers: [1, null],
    bigints: [9007199254740993n, null],
    numerics: ['0.10'],
    booleans: [true, false],
    days: ['2024-02-29'],
    instants: [new Date('2024-09-20T00:00:00Z'), null],
    jsons: [{ a: 1 }],
    grid: [
      ['a', 'b'],
      ['c', null],
    ],
    given: ['2024-02-29', null],
    counted: [2n ** 63n - 1n],
    moments: [new Date('2024-09-20T00:00:00.001Z')],
  });
});

test('SQL of our own through drizzle gives rows by name', async () => {
  const rows = await database.write(systemViewer, { repeatable: true }, (tx) =>
    tx.db.execute(sql`select ${'中文'}::text as word, ${sql.param(['a', 'b'])}::text[] as words`),
  );
  expect(rows).toEqual([{ word: '中文', words: ['a', 'b'] }]);
});
