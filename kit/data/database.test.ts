import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { appOf, officerOf, systemViewer, type Viewer } from '../call/viewer.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { noteInternalTable, noteTable } from '../test-support/note-table.js';
import { openDatabase, type Database } from './database.js';
import { statement } from './statement.js';

let kit: KitDatabase;
let database: Database;
const statements: string[] = [];

beforeAll(async () => {
  kit = await createKitDatabase();
  database = kit.open({ onStatement: (text) => statements.push(text) });
});
afterAll(() => kit[Symbol.asyncDispose]());

const one = sql`(values (1)) as one`;
const whoAmI = statement(
  {
    viewer: sql<{ partner: string }>`current_setting('linju.viewer')::jsonb`,
    asked: sql<string>`${sql.placeholder('asked')}::text`,
  },
  (select) => select.from(one),
);
// A transaction's own number, as the server gives it to readers too.
const whichTransaction = statement(
  {
    transaction: sql<string>`(select virtualtransaction from pg_locks
      where pid = pg_backend_pid() and locktype = 'virtualxid')`,
  },
  (select) => select.from(one),
);
const divide = statement({ result: sql<number>`1 / ${sql.placeholder('by')}::int` }, (select) =>
  select.from(one),
);
const ordersOfPartner = statement({ orderNumber: noteInternalTable.orderNumber }, (select) =>
  select.from(noteInternalTable),
);
const noteById = statement({ id: noteTable.id, name: noteTable.name }, (select) =>
  select.from(noteTable).where(eq(noteTable.id, sql.placeholder('id'))),
);

const note = (id: string, values: Partial<typeof noteTable.$inferInsert> = {}) => ({
  id,
  parent: id,
  districtCode: '430202',
  name: id,
  at: new Date(0),
  fen: 0n,
  tags: [],
  ...values,
});

const write = <Result>(
  work: Parameters<typeof database.write<Result>>[2],
  viewer: Viewer = systemViewer,
): Promise<Result> => database.write(viewer, { repeatable: true }, work);

const find = async (id: string) => (await database.reader(systemViewer).rows(noteById, { id }))[0];

test('1,000 interleaved requests of different viewers on 4 connections see their own rows only', async () => {
  const partners = Array.from({ length: 20 }, (_, index) => `partner_${index}`);
  await write(async (tx) => {
    await tx.db.insert(noteTable).values(partners.map((id) => note(`of_${id}`)));
    await tx.db.insert(noteInternalTable).values(
      partners.map((partnerId) => ({
        noteId: `of_${partnerId}`,
        districtCode: '430202',
        partnerId,
        orderNumber: `order of ${partnerId}`,
      })),
    );
  });
  const request = async (number: number): Promise<void> => {
    const partnerId = `partner_${number % partners.length}`;
    const viewer = appOf(partnerId);
    const reader = database.reader(viewer);
    const [[who], orders] = await Promise.all([
      reader.rows(whoAmI, { asked: `${number}` }),
      reader.rows(ordersOfPartner, {}),
      number % 7 === 0 ? reader.rows(divide, { by: 0 }).catch(() => []) : [],
    ]);
    expect(who?.asked).toBe(`${number}`);
    expect(who?.viewer.partner).toBe(partnerId);
    expect(orders).toEqual([{ orderNumber: `order of ${partnerId}` }]);
    if (number % 5 > 0) return;
    const written = write(async (tx) => {
      if (number % 2 === 0) throw new Error('changed my mind');
      return tx.rows(whoAmI, { asked: '' });
    }, viewer);
    if (number % 2 === 0) await expect(written).rejects.toThrow('changed my mind');
    else expect((await written)[0]?.viewer.partner).toBe(partnerId);
  };
  const caller = async (first: number): Promise<void> => {
    for (let number = first; number < 1_000; number += 40) await request(number);
  };
  await Promise.all(Array.from({ length: 40 }, (_, first) => caller(first)));
}, 60_000);

test('what is asked in one tick is one transaction, and each statement counts', async () => {
  statements.length = 0;
  const reader = database.reader(systemViewer);
  const wave = await Promise.all([
    reader.rows(whichTransaction, {}),
    reader.rows(noteById, { id: 'x' }),
    reader.rows(whichTransaction, {}),
  ]);
  const next = await reader.rows(whichTransaction, {});
  expect(statements).toEqual([
    whichTransaction.text,
    noteById.text,
    whichTransaction.text,
    whichTransaction.text,
  ]);
  expect(wave[0]).toEqual(wave[2]);
  expect(next).not.toEqual(wave[0]);
});

test('readers of two viewers never share a transaction', async () => {
  const [[one], [other]] = await Promise.all([
    database.reader(appOf('a')).rows(whichTransaction, {}),
    database.reader(appOf('b')).rows(whichTransaction, {}),
  ]);
  expect(one).not.toEqual(other);
});

test('no connection is held between two waves', async () => {
  const narrow = kit.open({ poolSizeMax: 1, waitMs: 200 });
  const [reader, other] = [narrow.reader(systemViewer), narrow.reader(systemViewer)];
  await reader.rows(whichTransaction, {});
  await other.rows(whichTransaction, {});
  await reader.rows(whichTransaction, {});
});

test('statements of a wave that fail keep their fault to themselves', async () => {
  const reader = database.reader(systemViewer);
  const settled = await Promise.allSettled([
    reader.rows(divide, { by: 1 }),
    reader.rows(divide, { by: 0 }),
    reader.rows(divide, { by: -1 }),
    reader.rows(divide, { by: 'x' }),
    reader.rows(divide, {}),
    reader.rows(whoAmI, { asked: 'last' }),
  ]);
  expect(settled).toMatchObject([
    { status: 'fulfilled', value: [{ result: 1 }] },
    { status: 'rejected', reason: { code: '22012' } },
    { status: 'fulfilled', value: [{ result: -1 }] },
    { status: 'rejected', reason: { code: '22P02' } },
    { status: 'rejected', reason: { message: 'No value for placeholder "by" was provided' } },
    { status: 'fulfilled', value: [{ asked: 'last' }] },
  ]);
});

test('a row that is not what its statement promised fails that statement only', async () => {
  const surprising = {
    ...divide,
    decode: (): { result: number } => {
      throw new Error('not what was promised');
    },
  };
  const reader = database.reader(systemViewer);
  const [broken, whole] = await Promise.allSettled([
    reader.rows(surprising, { by: 1 }),
    reader.rows(divide, { by: 1 }),
  ]);
  expect(broken).toMatchObject({
    status: 'rejected',
    reason: { message: 'not what was promised' },
  });
  expect(whole).toMatchObject({ status: 'fulfilled', value: [{ result: 1 }] });
});

test('reads cannot write', async () => {
  const sneaky = statement(
    {
      id: sql<string>`set_config('linju.viewer', '{"role":"SYSTEM"}', true)`,
      n: sql`nextval('lab.outbox_position_seq')`,
    },
    (select) => select.from(one),
  );
  await kit.admin.unsafe('grant usage on sequence lab.outbox_position_seq to linju_lab');
  await expect(database.reader(officerOf('430202')).rows(sneaky, {})).rejects.toMatchObject({
    code: '25006',
  });
});

test('a write is all or nothing', async () => {
  const broken = write(async (tx) => {
    await tx.db.insert(noteTable).values(note('half'));
    throw new Error('changed my mind');
  });
  await expect(broken).rejects.toThrow('changed my mind');
  expect(await find('half')).toBeUndefined();
});

test('a write that swallows the failure of a statement does not pass for written', async () => {
  const swallowed = write(async (tx) => {
    await tx.db.insert(noteTable).values(note('swallowed'));
    await tx.rows(divide, { by: 0 }).catch(() => []);
    return 'done';
  });
  await expect(swallowed).rejects.toMatchObject({ code: '22012' });
  expect(await find('swallowed')).toBeUndefined();
});

test('a write may set a point and go back to it', async () => {
  await write(async (tx) => {
    await tx.db.execute(sql`savepoint before`);
    await tx.rows(divide, { by: 0 }).catch(() => []);
    await tx.db.execute(sql`rollback to savepoint before`);
    await tx.db.insert(noteTable).values(note('saved'));
  });
  expect(await find('saved')).toEqual({ id: 'saved', name: 'saved' });
});

test('a statement that comes after its transaction ended reaches no other transaction', async () => {
  const narrow = kit.open({ poolSizeMax: 1 });
  let late = (): Promise<unknown> => Promise.resolve();
  await narrow.write(systemViewer, { repeatable: true }, (tx) => {
    late = () => tx.db.insert(noteTable).values(note('late'));
    return Promise.resolve();
  });
  const next = narrow.write(systemViewer, { repeatable: true }, async (tx) => {
    await expect(late()).rejects.toMatchObject({
      cause: { message: expect.stringContaining('after its transaction had ended') as string },
    });
    return tx.rows(whoAmI, { asked: 'next' });
  });
  expect(await next).toMatchObject([{ asked: 'next' }]);
  expect(await find('late')).toBeUndefined();
});

test('a broken constraint becomes the refusal that belongs to it', async () => {
  const named = kit.open({
    refusals: {
      note_named: { code: 'BAD_USER_INPUT', field: 'name', message: 'A note has a name.' },
    },
  });
  const insert = (values: ReturnType<typeof note>, viewer: Viewer = systemViewer) =>
    named.write(viewer, { repeatable: true }, (tx) => tx.db.insert(noteTable).values(values));
  const insertInternal = () =>
    named.write(systemViewer, { repeatable: true }, (tx) =>
      tx.db
        .insert(noteInternalTable)
        .values({ noteId: 'nobody', districtCode: '430202', orderNumber: '1' }),
    );
  await insert(note('first'));
  await expect(insert(note('nameless', { name: '' }))).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'name',
    message: 'A note has a name.',
  });
  await expect(insert(note('first'))).rejects.toMatchObject({ code: 'DUPLICATE', field: null });
  await expect(insertInternal()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const foreign = insert(note('foreign', { districtCode: '430203' }), officerOf('430202'));
  await expect(foreign).rejects.toMatchObject({ code: 'NOT_AUTHORISED' });
});

test('a constraint without a refusal is an error of ours, and repeats no value', async () => {
  const error: unknown = await write((tx) =>
    tx.db.insert(noteTable).values(note('secret', { name: '', body: '13800001111' })),
  ).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: '23514', constraint_name: 'note_named' });
  const told = JSON.stringify(error) + String(error) + String((error as Error).stack);
  expect(told).not.toContain('13800001111');
});

test('a statement that takes too long is stopped', async () => {
  const hasty = kit.open({ statementTimeoutMs: 100 });
  const sleep = statement({ slept: sql`pg_sleep(5)` }, (select) => select.from(one));
  const reader = hasty.reader(systemViewer);
  const [slow, quick] = await Promise.allSettled([
    reader.rows(sleep, {}),
    reader.rows(divide, { by: 1 }),
  ]);
  expect(slow).toMatchObject({ status: 'rejected', reason: { code: 'DEADLINE_EXCEEDED' } });
  expect(quick).toMatchObject({ status: 'fulfilled', value: [{ result: 1 }] });
});

test('a read does not wait long for a table that is being changed', async () => {
  const rebuild = await kit.admin.reserve();
  await rebuild`begin`;
  await rebuild`lock table lab.note in access exclusive mode`;
  await expect(database.reader(systemViewer).rows(noteById, { id: 'x' })).rejects.toMatchObject({
    code: 'DEADLINE_EXCEEDED',
  });
  await rebuild`rollback`;
  rebuild.release();
});

test('a statement whose table was changed since is planned anew, in reads and in writes', async () => {
  const narrow = kit.open({ poolSizeMax: 1 });
  const read = () =>
    Promise.all(
      ['before', 'id'].map((id) => narrow.reader(officerOf('430202')).rows(noteById, { id })),
    );
  const insert = (id: string) =>
    narrow.write(systemViewer, { repeatable: false }, (tx) =>
      tx.db.insert(noteTable).values(note(id)).returning({ name: noteTable.name }),
    );
  await insert('before');
  expect(await read()).toEqual([[{ id: 'before', name: 'before' }], []]);
  await kit.admin`alter table lab.note alter column name type varchar(300)`;
  expect(await read()).toEqual([[{ id: 'before', name: 'before' }], []]);
  await kit.admin`alter table lab.note alter column name type text`;
  expect(await insert('after')).toEqual([{ name: 'after' }]);
  await kit.admin`alter table lab.note alter column name type varchar(300)`;
  expect(await insert('after that')).toEqual([{ name: 'after that' }]);
  expect(await read()).toEqual([[{ id: 'before', name: 'before' }], []]);
  await kit.admin`alter table lab.note alter column name type text`;
});

test('who left is not answered, and what waits for nobody is not sent', async () => {
  const leaving = new AbortController();
  const reader = database.reader(systemViewer, leaving.signal);
  await reader.rows(divide, { by: 1 });
  leaving.abort();
  await expect(reader.rows(divide, { by: 1 })).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
});

const connectionsOf = async (name: string): Promise<number> => {
  const [found] = await kit.admin<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where application_name = ${name} and datname = current_database()`;
  return found?.count ?? -1;
};

test('connections that nobody needs are closed, and made again', async () => {
  const quiet = openDatabase({ url: kit.roleUrl, schema: 'quiet', idleMs: 1_000 });
  const read = () =>
    Promise.all([1, 2, 3].map(() => quiet.reader(systemViewer).rows(divide, { by: 1 })));
  await read();
  expect(await connectionsOf('linju quiet')).toBe(3);
  await expect.poll(() => connectionsOf('linju quiet')).toBe(0);
  expect(await read()).toEqual([[{ result: 1 }], [{ result: 1 }], [{ result: 1 }]]);
  await quiet.close();
});

test('closing lets running work end, and turns away what comes', async () => {
  const closing = openDatabase({ url: kit.roleUrl, schema: 'closing' });
  const sleep = statement({ slept: sql`pg_sleep(0.3)`, n: sql<number>`1` }, (select) =>
    select.from(one),
  );
  const running = closing.reader(systemViewer).rows(sleep, {});
  const writing = closing.write(systemViewer, { repeatable: true }, async (tx) => {
    await tx.rows(sleep, {});
    await tx.db.insert(noteTable).values(note('written while closing'));
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const closed = closing.close();
  await expect(closing.reader(systemViewer).rows(divide, { by: 1 })).rejects.toMatchObject({
    code: 'STORAGE_UNAVAILABLE',
  });
  expect(await running).toMatchObject([{ n: 1 }]);
  await writing;
  await closed;
  expect(await find('written while closing')).toBeDefined();
  await expect.poll(() => connectionsOf('linju closing')).toBe(0);
  await expect(closing.ping()).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
});

test('a login that the row policies do not bind is answered nothing', async () => {
  const careless = openDatabase({ url: kit.adminUrl, schema: 'lab' });
  const message = 'passes row-level security by';
  await expect(careless.ping()).rejects.toThrow(message);
  await expect(careless.reader(systemViewer).rows(divide, { by: 1 })).rejects.toThrow(message);
  await careless.close();
  await expect(database.ping()).resolves.toBeUndefined();
});
