import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { officerOf, systemViewer } from '../call/viewer.js';
import { Refusal } from '../errors.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { noteTable } from '../test-support/note-table.js';
import { openTcpProxy } from '../test-support/tcp-proxy.js';
import { openDatabase, type Database, type Transaction } from './database.js';
import { codeOf, faultOf, isBrokenConnection, refusalOf, withRetries } from './retry.js';
import { statement } from './statement.js';

let kit: KitDatabase;
let database: Database;

beforeAll(async () => {
  kit = await createKitDatabase();
  database = kit.open();
});
afterAll(() => kit[Symbol.asyncDispose]());

const noteById = statement({ id: noteTable.id, fen: noteTable.fen }, (select) =>
  select.from(noteTable).where(eq(noteTable.id, sql.placeholder('id'))),
);
const sleep = statement(
  {
    slept: sql`pg_sleep(${sql.placeholder('seconds')}::float8)`,
    pid: sql<number>`pg_backend_pid()`,
  },
  (select) => select.from(sql`(values (1)) as one`),
);

const insertNote = (tx: Transaction, id: string) =>
  tx.db.insert(noteTable).values({
    id,
    parent: id,
    districtCode: '430202',
    name: id,
    at: new Date(0),
    fen: 0n,
    tags: [],
  });
const addOne = (tx: Transaction, id: string) =>
  tx.db
    .update(noteTable)
    .set({ fen: sql`${noteTable.fen} + 1` })
    .where(eq(noteTable.id, id));
const fenOf = async (id: string) =>
  (await database.reader(systemViewer).rows(noteById, { id }))[0]?.fen;

test('a deadlock ends with both writes done', async () => {
  await database.write(systemViewer, { repeatable: false }, async (tx) => {
    await insertNote(tx, 'left');
    await insertNote(tx, 'right');
  });
  let runs = 0;
  let bothHold = 0;
  const holding = (): Promise<void> =>
    new Promise((resolve) => {
      bothHold += 1;
      const poll = setInterval(() => {
        if (bothHold < 2) return;
        clearInterval(poll);
        resolve();
      }, 5);
    });
  const addTo = (first: string, second: string) =>
    database.write(systemViewer, { repeatable: false }, async (tx) => {
      runs += 1;
      await addOne(tx, first);
      await holding();
      await addOne(tx, second);
    });
  await Promise.all([addTo('left', 'right'), addTo('right', 'left')]);
  expect([await fenOf('left'), await fenOf('right')]).toEqual([2n, 2n]);
  expect(runs).toBeGreaterThan(2);
});

test('serializable writes that cannot be put in an order run again', async () => {
  await kit.admin.unsafe(
    `alter role linju_lab in database ${new URL(kit.adminUrl).pathname.slice(1)}
       set default_transaction_isolation = 'serializable'`,
  );
  const strict = kit.open();
  await strict.write(systemViewer, { repeatable: false }, (tx) => insertNote(tx, 'strict'));
  let runs = 0;
  const add = () =>
    strict.write(systemViewer, { repeatable: false }, async (tx) => {
      runs += 1;
      await tx.rows(noteById, { id: 'strict' });
      await tx.rows(sleep, { seconds: 0.05 });
      await addOne(tx, 'strict');
    });
  await Promise.all([add(), add(), add()]);
  expect(await fenOf('strict')).toBe(3n);
  expect(runs).toBeGreaterThan(3);
  await kit.admin.unsafe(
    `alter role linju_lab in database ${new URL(kit.adminUrl).pathname.slice(1)}
       reset default_transaction_isolation`,
  );
});

test('who loses every race is told, and nothing is written', async () => {
  const impatient = kit.open({ patienceMs: 100 });
  const losing = impatient.write(systemViewer, { repeatable: true }, async (tx) => {
    await insertNote(tx, 'lost');
    await tx.db.execute(sql.raw(`do $$ begin raise 'lost' using errcode = '40001'; end $$`));
  });
  await expect(losing).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await fenOf('lost')).toBeUndefined();
});

test('a lock that others keep too long is a conflict', async () => {
  await database.write(systemViewer, { repeatable: false }, (tx) => insertNote(tx, 'locked'));
  const holder = await kit.admin.reserve();
  await holder`begin`;
  await holder`select from lab.note where id = 'locked' for update`;
  const waiting = database.write(systemViewer, { repeatable: true }, async (tx) => {
    await tx.db.execute(sql`set local lock_timeout = '100ms'`);
    await addOne(tx, 'locked');
  });
  await expect(waiting).rejects.toMatchObject({ code: 'CONFLICT' });
  await holder`rollback`;
  holder.release();
});

const killOne = () => kit.admin`
  select pg_terminate_backend(pid) from (
    select pid from pg_stat_activity
    where application_name = 'linju lab' and datname = current_database()
    order by state = 'active' desc, random() limit 1) as one`;

test('ten connections killed under load: every read is answered, every repeatable write done once', async () => {
  const ids = Array.from({ length: 6 }, (_, index) => `counter_${index}`);
  await database.write(systemViewer, { repeatable: false }, async (tx) => {
    for (const id of ids) await insertNote(tx, id);
  });
  let stop = false;
  const acknowledged = new Map<string, number>();
  const count = async (id: string): Promise<void> => {
    for (let number = 0; !stop; number += 1) {
      // Under a key of its own, as a command does it, each addition may come twice and counts once.
      const key = `${id} ${number}`;
      await database.write(systemViewer, { repeatable: true }, async (tx) => {
        const [added] = await tx.db.execute<{ key: string }>(sql`
          insert into lab.idempotency values ('system', ${key}, 'count', '', '{}', now())
          on conflict do nothing returning key`);
        if (added) await addOne(tx, id);
      });
      acknowledged.set(id, number + 1);
    }
  };
  let reads = 0;
  const read = async (viewer: typeof systemViewer): Promise<void> => {
    const reader = database.reader(viewer);
    while (!stop) {
      const pair = await Promise.all(ids.slice(0, 2).map((id) => reader.rows(noteById, { id })));
      expect(pair.map((rows) => rows.length)).toEqual([1, 1]);
      reads += 1;
    }
  };
  const work = Promise.all([...ids.map(count), read(systemViewer), read(officerOf('430202'))]);
  for (let kills = 0; kills < 10; kills += 1) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    await killOne();
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  stop = true;
  await work;
  expect(reads).toBeGreaterThan(10);
  expect(await Promise.all(ids.map(fenOf))).toEqual(
    ids.map((id) => BigInt(acknowledged.get(id) ?? 0)),
  );
}, 60_000);

test('a write that may not be repeated is not, once its connection is gone', async () => {
  let runs = 0;
  const write = database.write(systemViewer, { repeatable: false }, async (tx) => {
    runs += 1;
    await insertNote(tx, 'once');
    const [row] = await tx.rows(sleep, { seconds: 0 });
    await kit.admin`select pg_terminate_backend(${row!.pid}, 5000)`;
    await insertNote(tx, 'never');
  });
  await expect(write).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
  expect(runs).toBe(1);
  expect(await fenOf('once')).toBeUndefined();
});

test('work that goes on after its connection was killed reaches no other transaction', async () => {
  const narrow = kit.open({ poolSizeMax: 1 });
  let zombie: Promise<unknown> = Promise.resolve();
  let runs = 0;
  await narrow.write(systemViewer, { repeatable: true }, async (tx) => {
    runs += 1;
    if (runs > 1) return;
    const [row] = await tx.rows(sleep, { seconds: 0 });
    await kit.admin`select pg_terminate_backend(${row!.pid}, 5000)`;
    zombie = new Promise((resolve) => setTimeout(resolve, 150)).then(() =>
      insertNote(tx, 'zombie'),
    );
    await insertNote(tx, 'first try');
  });
  const others = narrow.write(systemViewer, { repeatable: true }, async (tx) => {
    await tx.rows(sleep, { seconds: 0.4 });
    await insertNote(tx, 'other');
  });
  await expect(zombie).rejects.toThrow();
  await others;
  expect(runs).toBe(2);
  expect(await Promise.all(['zombie', 'first try', 'other'].map(fenOf))).toEqual([
    undefined,
    undefined,
    0n,
  ]);
});

test('a commit whose answer was lost is asked for again, and done once', async () => {
  await using proxy = await openTcpProxy(kit.roleUrl);
  const far = openDatabase({ url: proxy.url, schema: 'lab' });
  await far.write(systemViewer, { repeatable: true }, (tx) => insertNote(tx, 'far'));
  let runs = 0;
  proxy.onClientBytes = (bytes) => {
    if (!bytes.includes('commit') || runs > 1) return true;
    setTimeout(() => proxy.cut(), 100);
    return false;
  };
  await far.write(systemViewer, { repeatable: true }, async (tx) => {
    runs += 1;
    await tx.db.update(noteTable).set({ fen: 7n }).where(eq(noteTable.id, 'far'));
  });
  expect(runs).toBe(2);
  expect(await fenOf('far')).toBe(7n);
  await far.close();
});

test('connections taken by others: the wait is bounded, then a coded fault; free again, all is well', async () => {
  const narrow = kit.open({ waitMs: 150 });
  const held = [1, 2, 3, 4].map(() => narrow.reader(systemViewer).rows(sleep, { seconds: 0.6 }));
  await new Promise((resolve) => setTimeout(resolve, 100));
  await expect(narrow.reader(systemViewer).rows(noteById, { id: 'x' })).rejects.toMatchObject({
    code: 'STORAGE_UNAVAILABLE',
  });
  await expect(narrow.ping()).resolves.toBeUndefined();
  await Promise.all(held);
  expect(await narrow.reader(systemViewer).rows(noteById, { id: 'x' })).toEqual([]);
});

test('a server without a connection left: the wait is bounded, and ends when there is one', async () => {
  const own = await createKitDatabase();
  const name = new URL(own.adminUrl).pathname.slice(1);
  await own.admin`select 1`;
  await kit.admin.unsafe(`alter database ${name} connection limit 0`);
  const late = own.open({ waitMs: 200, patienceMs: 60_000 });
  await expect(late.reader(systemViewer).rows(noteById, { id: 'x' })).rejects.toMatchObject({
    code: 'STORAGE_UNAVAILABLE',
    cause: { code: '53300' },
  });
  const patient = own.open({ waitMs: 10_000 });
  const waiting = patient.reader(systemViewer).rows(noteById, { id: 'x' });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await kit.admin.unsafe(`alter database ${name} connection limit -1`);
  expect(await waiting).toEqual([]);
  await own[Symbol.asyncDispose]();
});

test('a server that is away is waited for as long as said', async () => {
  const nowhere = new URL(kit.roleUrl);
  nowhere.port = '1';
  const away = openDatabase({ url: nowhere.href, schema: 'lab', patienceMs: 100 });
  const unavailable = { code: 'STORAGE_UNAVAILABLE', cause: { code: 'ECONNREFUSED' } };
  const reader = away.reader(systemViewer);
  const wave = await Promise.allSettled([1, 2, 3].map(() => reader.rows(noteById, { id: 'x' })));
  expect(wave).toMatchObject(Array(3).fill({ status: 'rejected', reason: unavailable }));
  await expect(away.ping()).rejects.toMatchObject(unavailable);
  await away.close();
});

const withCode = (code: string, more: object = {}): Error =>
  Object.assign(new Error('secret'), { code, ...more });

test.each([
  ['40001', true, true],
  ['40P01', true, true],
  ['CONNECTION_CLOSED', false, true],
  ['ECONNREFUSED', false, true],
  ['ECONNRESET', false, true],
  ['57P01', false, true],
  ['57P03', false, true],
  ['23505', false, false],
  ['57014', false, false],
  ['55P03', false, false],
  ['42P01', false, false],
  ['', false, false],
])(
  'after %s a plain write runs again: %s; a repeatable one: %s',
  async (code, plain, repeatable) => {
    for (const [isRepeatable, again] of [
      [false, plain],
      [true, repeatable],
    ] as const) {
      let runs = 0;
      const work = withRetries({ repeatable: isRepeatable, patienceMs: 1_000 }, () => {
        runs += 1;
        return runs === 1 ? Promise.reject(withCode(code)) : Promise.resolve();
      });
      await work.catch(() => {});
      expect(runs).toBe(again ? 2 : 1);
    }
  },
);

test('nobody’s work is not tried again', async () => {
  let runs = 0;
  const rules = { repeatable: true, patienceMs: 1_000, signal: AbortSignal.abort() };
  const work = withRetries(rules, () => {
    runs += 1;
    return Promise.reject(withCode('40001'));
  });
  await expect(work).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(runs).toBe(1);
});

test.each([
  ['57P01', 'STORAGE_UNAVAILABLE'],
  ['53300', 'STORAGE_UNAVAILABLE'],
  ['28P01', 'STORAGE_UNAVAILABLE'],
  ['28000', 'STORAGE_UNAVAILABLE'],
  ['08006', 'STORAGE_UNAVAILABLE'],
  ['ETIMEDOUT', 'STORAGE_UNAVAILABLE'],
  ['53100', 'STORAGE_FULL'],
  ['57014', 'DEADLINE_EXCEEDED'],
  ['25P03', 'DEADLINE_EXCEEDED'],
  ['40001', 'CONFLICT'],
  ['55P03', 'CONFLICT'],
  ['22021', 'BAD_ENCODING'],
  ['22P05', 'BAD_ENCODING'],
])('a client hears of %s as %s, and nothing of the original', (code, heard) => {
  const fault = faultOf(withCode(code)) as Error & { code: string };
  expect(fault.code).toBe(heard);
  expect(fault.message).not.toContain('secret');
});

test('what is neither stays what it is', () => {
  const error = withCode('42P01');
  expect(faultOf(error)).toBe(error);
  expect(refusalOf(error, {})).toBe(error);
  expect(faultOf(null)).toBe(null);
  expect([codeOf(null), codeOf('57P01'), codeOf({ code: 7 })]).toEqual(['', '', '']);
  expect(isBrokenConnection(withCode('57P01'))).toBe(true);
  expect(isBrokenConnection(error)).toBe(false);
});

test('a constraint named like a part of every object has no refusal', () => {
  const error = withCode('23514', { constraint_name: 'constructor' });
  expect(refusalOf(error, {})).toBe(error);
  expect(
    refusalOf(withCode('23514', { constraint_name: 'known' }), {
      known: { code: 'RULE_VIOLATED', message: 'No.' },
    }),
  ).toBeInstanceOf(Refusal);
});
