import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { officerOf, systemViewer } from '../call/viewer.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { labTables } from '../test-support/note-table.js';
import type { Database, Transaction } from './database.js';
import { appendToOutbox, outboxReader, type Change, type ChangeCursor } from './outbox.js';

let kit: KitDatabase;
let database: Database;
let changes: ReturnType<typeof outboxReader>;
const at = new Date('2024-09-20T00:00:00.123Z');

beforeAll(async () => {
  kit = await createKitDatabase();
  database = kit.open({ poolSizeMax: 16 });
  changes = outboxReader(database, labTables);
});
beforeEach(() => kit.admin`delete from lab.outbox`);
afterAll(() => kit[Symbol.asyncDispose]());

const append = (tx: Transaction, entityId: string) =>
  appendToOutbox(tx, labTables, {
    entityType: 'Note',
    entityId,
    change: 'CREATED',
    districtCode: '430202',
    at,
  });
const write = (entityId: string, before: (tx: Transaction) => Promise<unknown> = async () => {}) =>
  database.write(systemViewer, { repeatable: true }, async (tx) => {
    await before(tx);
    await append(tx, entityId);
  });
const idsOf = (read: readonly Change[]): readonly string[] => read.map(({ entityId }) => entityId);

/** Reads on as a follower does: from its last cursor, as much as there is. */
const follower = (limit = 1_000) => {
  let cursor: ChangeCursor | null = null;
  const readOn = async (): Promise<readonly string[]> => {
    const read = await changes(cursor, limit);
    cursor = read.at(-1)?.cursor ?? cursor;
    return idsOf(read);
  };
  return {
    readOn,
    /** Reads until there is something: transactions of other tests on this server may hide it a while. */
    next: async (): Promise<readonly string[]> => {
      for (;;) {
        const read = await readOn();
        if (read.length > 0) return read;
      }
    },
  };
};

test('a change is told as it was written', async () => {
  await write('note_1');
  await follower().next();
  expect(await changes(null, 10)).toEqual([
    {
      cursor: {
        xid: expect.stringMatching(/^\d+$/) as string,
        position: expect.stringMatching(/^\d+$/) as string,
      },
      entityType: 'Note',
      entityId: 'note_1',
      change: 'CREATED',
      districtCode: '430202',
      at,
    },
  ]);
});

test('a reader goes on behind its cursor', async () => {
  const { next, readOn } = follower();
  await write('a');
  expect(await next()).toEqual(['a']);
  expect(await readOn()).toEqual([]);
  await write('b');
  expect(await next()).toEqual(['b']);
  expect(await readOn()).toEqual([]);
});

test('changes of one transaction keep their order, and a limit may part them', async () => {
  await database.write(systemViewer, { repeatable: true }, async (tx) => {
    for (const id of ['1', '2', '3']) await append(tx, id);
  });
  const { next } = follower(2);
  expect([await next(), await next()]).toEqual([['1', '2'], ['3']]);
});

test('a transaction that began earlier and commits later is not passed over', async () => {
  const { next, readOn } = follower(1);
  const early = await kit.admin.reserve();
  await early`begin`;
  await early`insert into lab.outbox (entity_type, entity_id, change, at)
    values ('Note', 'early', 'CREATED', now())`;
  await write('late');
  // The late one waits: telling it now would pass the early one over.
  expect(await readOn()).toEqual([]);
  await early`commit`;
  early.release();
  expect([await next(), await next()]).toEqual([['early'], ['late']]);
});

test('a transaction that is rolled back is not told, and holds nobody up', async () => {
  const { next, readOn } = follower();
  const undecided = await kit.admin.reserve();
  await undecided`begin`;
  await undecided`insert into lab.outbox (entity_type, entity_id, change, at)
    values ('Note', 'undone', 'CREATED', now())`;
  await write('done');
  expect(await readOn()).toEqual([]);
  await undecided`rollback`;
  undecided.release();
  expect(await next()).toEqual(['done']);
});

test('16 writers at once: followers are told every change, once, whatever the order of commits', async () => {
  const perWriter = 20;
  const written: string[] = [];
  const writer = async (number: number): Promise<void> => {
    for (let count = 0; count < perWriter; count += 1) {
      const id = `${number}-${count}`;
      await write(id, (tx) =>
        tx.db.execute(`select pg_sleep(${((number * 7 + count) % 5) / 1_000})`),
      );
      written.push(id);
    }
  };
  const follow = async (limit: number): Promise<readonly string[]> => {
    const { next } = follower(limit);
    const told: string[] = [];
    while (told.length < 16 * perWriter) told.push(...(await next()));
    return told;
  };
  const followers = [follow(7), follow(1_000)];
  await Promise.all(Array.from({ length: 16 }, (_, number) => writer(number)));
  for (const told of await Promise.all(followers)) {
    expect([...told].sort()).toEqual([...written].sort());
  }
});

test('any writer appends to the outbox', async () => {
  await database.write(officerOf('430202'), { repeatable: true }, (tx) => append(tx, 'mine'));
  expect(await follower().next()).toEqual(['mine']);
});

test.each([
  { xid: 'x', position: '1' },
  { xid: '1', position: '-1' },
  { xid: '1 or true', position: '1' },
  { xid: '18446744073709551616', position: '1' },
  { xid: '1', position: '9223372036854775808' },
])('the cursor %j is refused', async (cursor) => {
  await expect(changes(cursor, 10)).rejects.toMatchObject({ code: 'BAD_CURSOR' });
});

test('the largest cursor there is has nothing behind it', async () => {
  await write('a');
  const last = { xid: '18446744073709551615', position: '9223372036854775807' };
  expect(await changes(last, 10)).toEqual([]);
});

test.each([0, -1, 1.5, 1_001, Number.NaN])('a limit of %d is a bug of ours', async (limit) => {
  await expect(changes(null, limit)).rejects.toThrow('limit is 1 to 1,000');
});
