import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { anonymous } from '../call/viewer.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { noteTable } from '../test-support/note-table.js';
import { equalsIfGiven } from './conditions.js';
import type { Database } from './database.js';
import { writeCursor } from './page-cursor.js';
import { openPages, type Page, type PageArguments } from './page.js';
import { pagedList, type RowOfColumns } from './paged-list.js';

let kit: KitDatabase;
let database: Database;
const statements: string[] = [];

beforeAll(async () => {
  kit = await createKitDatabase();
  database = kit.open({ onStatement: (text) => statements.push(text) });
  // 25 notes under each of three parents, five to an instant: ties that only the id breaks.
  await kit.admin.unsafe(`
    insert into lab.note (id, parent, district_code, street_code, name, at, fen, day)
    select 'note_' || parent || lpad(n::text, 2, '0'), parent, '430202', '43020200' || n % 2, n || '''s "name", {中文}',
      timestamptz '2024-09-20 00:00:00.123+00' + (n / 5) * interval '1 ms', n % 3 - 1, date '2024-09-20' + n % 2
    from unnest(array['a', 'b', 'c']) as parent, generate_series(0, 24) as n`);
});
afterAll(() => kit[Symbol.asyncDispose]());

const columns = { id: noteTable.id, at: noteTable.at, fen: noteTable.fen };
type Row = RowOfColumns<typeof columns>;

const byTime = pagedList({
  list: 'notes',
  columns,
  from: noteTable,
  belongsTo: (parent) => eq(noteTable.parent, parent),
  where: equalsIfGiven(noteTable.streetCode, 'street'),
  order: [
    { by: noteTable.at, type: 'timestamptz' },
    { by: noteTable.id, type: 'text' },
  ],
});
const newestFirst = pagedList({
  list: 'newest notes',
  columns,
  from: noteTable,
  belongsTo: (parent) => eq(noteTable.parent, parent),
  order: [
    { by: noteTable.at, type: 'timestamptz' },
    { by: noteTable.id, type: 'text' },
  ],
  direction: 'desc',
});
// Under no parent, by an amount and a day: each type that a cursor may hold.
const byAmount = pagedList({
  list: 'all notes',
  columns,
  from: noteTable,
  order: [
    { by: noteTable.fen, type: 'bigint' },
    { by: noteTable.day, type: 'date' },
    { by: noteTable.name, type: 'text' },
    { by: noteTable.id, type: 'text' },
  ],
});

/** The pages of a new operation; a list is not filtered unless said. */
const open = () => {
  const pages = openPages(database.reader(anonymous));
  return {
    load: (
      list: typeof byTime,
      key: string,
      page: PageArguments,
      filter: Readonly<Record<string, unknown>> = { street: null },
    ) => pages.load(list, key, page, filter),
  };
};
const ids = ({ rows }: Page<Row>): readonly string[] => rows.map(({ id }) => id);
const idsOf = (parent: string, from: number, to: number): string[] =>
  Array.from(
    { length: to - from },
    (_, index) => `note_${parent}${String(from + index).padStart(2, '0')}`,
  );

/** Follows a list to its end, a new request per page. */
async function readAll(
  list: typeof byTime,
  key: string,
  first: number,
): Promise<readonly (readonly string[])[]> {
  const pages: (readonly string[])[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page<Row> = await open().load(list, key, { first, after });
    pages.push(ids(page));
    after = page.cursors.at(-1) ?? null;
    if (!page.hasNextPage) return pages;
  }
}

test('the pages of a list, one after the other, are the list, ties and all', async () => {
  const all = idsOf('a', 0, 25);
  for (const first of [1, 4, 5, 7, 24, 25, 100]) {
    expect((await readAll(byTime, 'a', first)).flat()).toEqual(all);
  }
  expect((await readAll(newestFirst, 'a', 4)).flat()).toEqual([...all].reverse());
});

test('values of every type find their place again', async () => {
  const [whole] = await readAll(byAmount, '', 75);
  expect(whole).toHaveLength(75);
  expect((await readAll(byAmount, '', 4)).flat()).toEqual(whole);
});

test('a page says whether there is more, before and behind', async () => {
  const pages = open();
  const first = await pages.load(byTime, 'a', { first: 20 });
  const rest = await pages.load(byTime, 'a', { first: 5, after: first.cursors.at(-1) });
  expect([first.hasPreviousPage, first.hasNextPage]).toEqual([false, true]);
  expect([rest.hasPreviousPage, rest.hasNextPage]).toEqual([true, false]);
  const beyond = await pages.load(byTime, 'a', { first: 5, after: rest.cursors.at(-1) });
  expect(beyond).toMatchObject({
    rows: [],
    cursors: [],
    hasNextPage: false,
    hasPreviousPage: true,
  });
});

test('a row has its columns as their types say', async () => {
  const { rows } = await open().load(byTime, 'a', { first: 1 });
  expect(rows).toEqual([{ id: 'note_a00', at: new Date('2024-09-20T00:00:00.123Z'), fen: -1n }]);
});

test('many parents are one statement, and each has its own page', async () => {
  statements.length = 0;
  const pages = open();
  const read = await Promise.all(
    ['a', 'b', 'nobody', 'c', 'a'].map((parent) => pages.load(byTime, parent, { first: 2 })),
  );
  expect(read.map(ids)).toEqual([
    idsOf('a', 0, 2),
    idsOf('b', 0, 2),
    [],
    idsOf('c', 0, 2),
    idsOf('a', 0, 2),
  ]);
  expect(read.map(({ hasNextPage }) => hasNextPage)).toEqual([true, true, false, true, true]);
  expect(statements).toEqual([byTime.firstPage.text]);
});

test('a cursor given to many parents is of one of them, and refused by the others', async () => {
  const { cursors } = await open().load(byTime, 'b', { first: 6 });
  statements.length = 0;
  const pages = open();
  const read = await Promise.allSettled(
    ['a', 'b', 'c'].map((parent) => pages.load(byTime, parent, { first: 1, after: cursors[5] })),
  );
  expect(read).toMatchObject([
    { reason: { code: 'BAD_CURSOR' } },
    { value: { rows: [{ id: 'note_b06' }] } },
    { reason: { code: 'BAD_CURSOR' } },
  ]);
  expect(statements).toEqual([byTime.nextPage.text]);
});

test('a total is counted when it is asked for, once for all parents of a level', async () => {
  statements.length = 0;
  const pages = open();
  const read = await Promise.all(
    ['a', 'b', 'nobody'].map((parent) =>
      pages.load(byTime, parent, { first: 1 }, { street: '430202000' }),
    ),
  );
  expect(statements).toEqual([byTime.firstPage.text]);
  expect(await Promise.all(read.map(({ countTotal }) => countTotal()))).toEqual([13, 13, 0]);
  expect(statements).toEqual([byTime.firstPage.text, byTime.count.text]);
});

test('a total does not depend on where the page stands', async () => {
  const { cursors } = await open().load(byTime, 'a', { first: 20 });
  const page = await open().load(byTime, 'a', { first: 1, after: cursors[19] });
  expect(await page.countTotal()).toBe(25);
});

test('a filter without a value lets everything through', async () => {
  const pages = open();
  const given = await pages.load(byTime, 'a', { first: 100 }, { street: '430202001' });
  expect(ids(given)).toEqual(idsOf('a', 0, 25).filter((_, index) => index % 2 === 1));
  for (const filter of [{ street: null }, { street: undefined }]) {
    expect(ids(await pages.load(byTime, 'a', { first: 100 }, filter))).toHaveLength(25);
  }
});

test('a cursor holds for the filter it was made with, however that is written', async () => {
  const street = '430202000';
  const { cursors } = await open().load(byTime, 'a', { first: 3 }, { street, fen: 1n });
  const goOn = (filter: Readonly<Record<string, unknown>>) =>
    open().load(byTime, 'a', { first: 1, after: cursors[2] }, filter);
  expect(ids(await goOn({ fen: 1n, street }))).toEqual(['note_a06']);
  expect(ids(await goOn({ street, fen: 1n, more: undefined, other: null }))).toEqual(['note_a06']);
  for (const other of [
    { street: '430202001', fen: 1n },
    { street: null, fen: 1n },
    { street },
    { street, fen: '1' },
  ]) {
    await expect(goOn(other)).rejects.toMatchObject({ code: 'BAD_CURSOR', field: 'after' });
  }
});

test('other arguments are another statement, whatever the types of their filters', async () => {
  statements.length = 0;
  const pages = open();
  const load = (filter: Readonly<Record<string, unknown>>) =>
    pages.load(byTime, 'a', { first: 1 }, { street: null, ...filter });
  await Promise.all([load({ fen: 1n }), load({ fen: 1n }), load({ fen: 2n }), load({ fen: null })]);
  expect(statements).toHaveLength(3);
});

test('rows that come and go between two pages move no other row', async () => {
  const first = await open().load(byTime, 'c', { first: 10 });
  await kit.admin.unsafe(`
    insert into lab.note (id, parent, district_code, name, at) values
      ('note_c_before', 'c', '430202', 'before', '2024-09-20 00:00:00.000+00'),
      ('note_c_behind', 'c', '430202', 'behind', '2024-09-20 00:00:00.127+00');
    delete from lab.note where id in ('note_c03', 'note_c09', 'note_c12')`);
  const rest = await open().load(byTime, 'c', { first: 100, after: first.cursors.at(-1) });
  const expected = [...idsOf('c', 10, 25).filter((id) => id !== 'note_c12'), 'note_c_behind'];
  expect(ids(rest)).toEqual(expected);
});

test.each([0, -1, 101, 2 ** 31, 1.5, Number.NaN, Infinity, '5', null, undefined])(
  'a page of %s is refused',
  async (first) => {
    const load = open().load(byTime, 'a', { first } as unknown as PageArguments);
    await expect(load).rejects.toMatchObject({ code: 'BAD_PAGE_SIZE', field: 'first' });
  },
);

const encoded = (parts: unknown): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');
const decoded = (cursor: string): unknown[] =>
  JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];

// What somebody would write who knows how cursors are made.
const [mark] = decoded(writeCursor({ list: byTime, key: 'a', filter: { street: null } }, []));
const ofTime = (...place: unknown[]): string => encoded([mark, ...place]);
const place = ['2024-09-20 00:00:00+00', 'note_a00'];

test('a cursor is short, and made by hand it is as good as ours', async () => {
  const { cursors } = await open().load(byTime, 'a', { first: 1 });
  expect(cursors).toEqual([ofTime('2024-09-20 00:00:00.123+00', 'note_a00')]);
  expect(cursors[0]?.length).toBeLessThan(90);
  const page = await open().load(byTime, 'a', { first: 1, after: ofTime(...place) });
  expect(ids(page)).toEqual(['note_a00']);
});

test.each([
  ['empty', ''],
  ['garbled', 'not a cursor'],
  ['not JSON', Buffer.from('notes').toString('base64url')],
  ['not a list', encoded({ 0: mark })],
  ['without a part', encoded([])],
  ['of another list', encoded(['AAAAAAAAAAAA', ...place])],
  ['with fewer parts', ofTime(place[0])],
  ['with more parts', ofTime(...place, 'x')],
  ['with a part that is no text', ofTime(place[0], 7)],
  ['with a null', ofTime(place[0], null)],
  ['with NUL', ofTime(place[0], 'a\0b')],
  ['with half a surrogate pair', ofTime(place[0], 'a\ud83d')],
  ['with SQL', ofTime(`now()'; drop table lab.note; --`, 'x')],
  ['with bytes that are no UTF-8', Buffer.from('5b22ff225d', 'hex').toString('base64url')],
  ['written otherwise', `${ofTime(...place)}==`],
  ['with white space in it', ` ${ofTime(...place)}`],
  ['very long', ofTime(place[0], 'x'.repeat(60_000)).slice(0, -3)],
])('a cursor %s is refused', async (_name, after) => {
  const load = open().load(byTime, 'a', { first: 1, after });
  await expect(load).rejects.toMatchObject({ code: 'BAD_CURSOR', field: 'after' });
});

test.each([
  'now',
  'infinity',
  '-infinity',
  'epoch',
  'yesterday at noon',
  '',
  '2024-09-20',
  '2024-09-20T00:00:00Z',
  '2024-09-20 00:00:00',
  '2024-09-20 00:00:00+08',
  '2024-02-30 00:00:00+00',
  '2024-09-20 25:00:00+00',
  '2024-09-20 24:00:00+00',
  '0000-01-01 00:00:00+00',
  '999999999-01-01 00:00:00+00',
])('%j is no instant of a cursor, and never reaches the database', async (instant) => {
  statements.length = 0;
  const load = open().load(byTime, 'a', { first: 1, after: ofTime(instant, 'note_a00') });
  await expect(load).rejects.toMatchObject({ code: 'BAD_CURSOR', field: 'after' });
  expect(statements).toEqual([]);
});

test.each([
  ['a number that is none', ['x', '2024-09-20', 'n', 'i']],
  ['a number written otherwise', ['01', '2024-09-20', 'n', 'i']],
  ['a number beyond 64 bits', ['9223372036854775808', '2024-09-20', 'n', 'i']],
  ['a day that is none', ['1', '2024-13-01', 'n', 'i']],
  ['a day that is not in the calendar', ['1', '2023-02-29', 'n', 'i']],
  ['a day by its name', ['1', 'today', 'n', 'i']],
])('a cursor with %s is refused', async (_name, parts) => {
  statements.length = 0;
  const after = writeCursor({ list: byAmount, key: '', filter: { street: null } }, parts);
  const load = open().load(byAmount, '', { first: 1, after });
  await expect(load).rejects.toMatchObject({ code: 'BAD_CURSOR', field: 'after' });
  expect(statements).toEqual([]);
});

test('an order by an expression may begin with what has no instant', async () => {
  const list = pagedList({
    list: 'first as if never',
    columns,
    from: noteTable,
    belongsTo: (parent) => eq(noteTable.parent, parent),
    order: [
      {
        by: sql`coalesce(nullif(${noteTable.at}, '2024-09-20 00:00:00.123Z'), '-infinity')`,
        type: 'timestamptz',
      },
      { by: noteTable.id, type: 'text' },
    ],
  });
  expect((await readAll(list, 'b', 2)).flat()).toEqual(idsOf('b', 0, 25));
});

test('a list by a type whose values no cursor can check is a bug of ours', () => {
  const byTags = { by: noteTable.tags, type: 'text[]' };
  expect(() => pagedList({ list: 'x', columns, from: noteTable, order: [byTags] })).toThrow(
    'cannot be ordered by text[]',
  );
});

test('a bad cursor does not harm what was asked beside it', async () => {
  const pages = open();
  const [bad, good] = await Promise.allSettled([
    pages.load(byTime, 'a', { first: 1, after: ofTime('x', 'y') }),
    pages.load(byTime, 'a', { first: 1 }),
  ]);
  expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
});

test('a key that is written like SQL is only a key', async () => {
  const odd = [`a' or true --`, '', '{a,b}', 'NULL', '"', '中文'];
  const pages = open();
  const read = await Promise.all(odd.map((key) => pages.load(byTime, key, { first: 1 })));
  expect(read.map(ids)).toEqual(odd.map(() => []));
});

test('a filter that was forgotten is a bug of ours', async () => {
  await expect(open().load(byTime, 'a', { first: 1 }, {})).rejects.toThrow(
    'No value for placeholder "street"',
  );
});

test('the filter of a paged list is part of its count', async () => {
  const list = pagedList({
    list: 'x',
    columns,
    from: noteTable,
    where: sql`${noteTable.fen} = ${sql.placeholder('fen')}::bigint`,
    order: [{ by: noteTable.id, type: 'text' }],
  });
  const page = await open().load(list, '', { first: 1 }, { fen: 1n });
  const [counted] = await kit.admin`select count(*)::int as count from lab.note where fen = 1`;
  expect(await page.countTotal()).toBe(counted?.['count']);
});
