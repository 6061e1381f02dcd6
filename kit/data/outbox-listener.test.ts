import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { systemViewer } from '../call/viewer.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { labTables } from '../test-support/note-table.js';
import { openTcpProxy } from '../test-support/tcp-proxy.js';
import { openDatabase, outboxChannel, type Database } from './database.js';
import { appendToOutbox, outboxReader, type ChangeCursor } from './outbox.js';

let kit: KitDatabase;
let database: Database;

beforeAll(async () => {
  kit = await createKitDatabase();
  database = kit.open();
});
afterAll(() => kit[Symbol.asyncDispose]());

const write = (entityId: string) =>
  database.write(systemViewer, { repeatable: true }, (tx) =>
    appendToOutbox(tx, labTables, {
      entityType: 'Note',
      entityId,
      change: 'CREATED',
      districtCode: null,
      at: new Date(0),
    }),
  );

/** Follows an outbox as the product does: reads on at every call. */
async function follow(followed: Database) {
  const changes = outboxReader(followed, labTables);
  const told: string[] = [];
  let calls = 0;
  let cursor: ChangeCursor | null = null;
  let reading = Promise.resolve();
  const readOn = async (): Promise<void> => {
    const read = await changes(cursor, 1_000);
    cursor = read.at(-1)?.cursor ?? cursor;
    told.push(...read.map(({ entityId }) => entityId));
  };
  const listener = await followed.onOutbox(() => {
    calls += 1;
    reading = reading.then(readOn);
  });
  return {
    told,
    calls: () => calls,
    stop: async () => {
      await listener.stop();
      await reading;
    },
  };
}

const killListener = () => kit.admin`
  select pg_terminate_backend(pid) from pg_stat_activity
  where application_name = 'linju lab outbox' and datname = current_database()`;

test('what another process commits is told', async () => {
  const follower = await follow(database);
  const script = fileURLToPath(new URL('../test-support/append-to-outbox.ts', import.meta.url));
  const child = fork(script, [kit.roleUrl, 'from afar'], { execArgv: ['--import', 'tsx'] });
  expect(await once(child, 'exit')).toEqual([0, null]);
  await expect.poll(() => follower.told).toContain('from afar');
  await follower.stop();
});

test('nothing is missed and nothing told twice while the listening connection is killed', async () => {
  const follower = await follow(database);
  const written = Array.from({ length: 30 }, (_, number) => `kill ${number}`);
  for (const [number, id] of written.entries()) {
    if (number % 10 === 5) await killListener();
    await write(id);
  }
  await expect.poll(() => follower.told, { timeout: 5_000 }).toContain(written.at(-1));
  expect(follower.told.filter((id) => id.startsWith('kill'))).toEqual(written);
  await follower.stop();
});

test('what was committed while the server was out of reach is told afterwards', async () => {
  await using proxy = await openTcpProxy(kit.roleUrl);
  const far = openDatabase({ url: proxy.url, schema: 'lab' });
  const follower = await follow(far);
  proxy.hold(true);
  proxy.cut();
  await write('in the dark');
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(follower.told).not.toContain('in the dark');
  proxy.cut();
  proxy.hold(false);
  await expect.poll(() => follower.told, { timeout: 5_000 }).toContain('in the dark');
  await follower.stop();
  await far.close();
});

test('a commit hidden behind an older transaction is told when that ends, though its end tells nobody', async () => {
  const follower = await follow(database);
  const older = await kit.admin.reserve();
  await older`begin`;
  await older`select pg_current_xact_id()`;
  await write('hidden');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(follower.told).not.toContain('hidden');
  await older`rollback`;
  older.release();
  await expect.poll(() => follower.told, { timeout: 3_000 }).toContain('hidden');
  await follower.stop();
});

test('news of other schemas are not ours', async () => {
  const follower = await follow(database);
  await expect.poll(() => follower.calls()).toBe(1);
  const sql = postgres(kit.adminUrl, { max: 1 });
  await sql.notify(outboxChannel, 'partners');
  await sql.notify(outboxChannel, 'lab');
  await expect.poll(() => follower.calls()).toBe(2);
  await sql.end();
  await follower.stop();
});

test('after stop nobody is called, and no connection is left', async () => {
  const follower = await follow(database);
  await follower.stop();
  const calls = follower.calls();
  await write('after the end');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(follower.calls()).toBe(calls);
  await expect
    .poll(async () => {
      const [found] = await kit.admin<{ count: number }[]>`
        select count(*)::int as count from pg_stat_activity
        where application_name = 'linju lab outbox' and datname = current_database()`;
      return found?.count;
    })
    .toBe(0);
});

test('a server that is away at the start is a coded fault, and leaves nothing running', async () => {
  const nowhere = new URL(kit.roleUrl);
  nowhere.port = '1';
  const away = openDatabase({ url: nowhere.href, schema: 'lab' });
  await expect(away.onOutbox(() => {})).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
  await away.close();
});
