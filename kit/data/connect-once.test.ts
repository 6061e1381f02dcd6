import { createServer, type AddressInfo, type Socket } from 'node:net';

import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

import { anonymous } from '../call/viewer.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { openLink } from './link.js';
import { statement } from './statement.js';
import { withAdmin } from './with-admin.js';

// cspell:ignore sslmode

let kit: KitDatabase;

beforeAll(async () => {
  kit = await createKitDatabase();
});
afterAll(() => kit[Symbol.asyncDispose]());

/** Takes connections and does to each what it is told, such as a balancer without a server. */
async function startListener(treat: (client: Socket) => void) {
  const clients: Socket[] = [];
  const listener = createServer((client) => {
    clients.push(client);
    client.on('error', () => {});
    treat(client);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const client of clients) client.destroy();
    listener.close();
  });
  const { port } = listener.address() as AddressInfo;
  return { url: `postgres://linju_lab:x@127.0.0.1:${port}/x`, count: () => clients.length };
}

const closesAtOnce = (client: Socket): unknown => client.end();
const closesWhenAsked = (client: Socket): unknown => client.once('data', () => client.end());
const resetsWhenAsked = (client: Socket): unknown =>
  client.once('data', () => client.resetAndDestroy());

const link = (url: string): Promise<unknown> =>
  openLink({ url, applicationName: 'x', statementTimeoutMs: 100, silenceMaxMs: 60_000 });
const admin = (url: string): Promise<unknown> => withAdmin(url, (sql) => sql`select 1`);

test.each([
  ['at once', closesAtOnce, 'CONNECTION_CLOSED'],
  ['when it is asked something', closesWhenAsked, 'CONNECTION_CLOSED'],
  ['with a reset', resetsWhenAsked, 'ECONNRESET'],
])('who closes %s is connected to once, and the caller is told', async (_, treat, code) => {
  const listener = await startListener(treat);
  await expect(link(listener.url)).rejects.toMatchObject({ code });
  await expect(admin(listener.url)).rejects.toMatchObject({ code });
  await expect(link(`${listener.url}?sslmode=require`)).rejects.toMatchObject({ code });
  expect(listener.count()).toBe(3);
});

test('who takes the connection and says nothing is given up', async () => {
  const listener = await startListener(() => {});
  const tries = [link(listener.url), admin(listener.url)];
  for (const tried of await Promise.allSettled(tries)) {
    expect(tried).toMatchObject({ reason: { code: 'CONNECT_TIMEOUT' } });
  }
  expect(listener.count()).toBe(2);
});

test('a read over such an address pauses between its tries and is a fault of the storage', async () => {
  const listener = await startListener(closesWhenAsked);
  const database = kit.open({ url: listener.url, patienceMs: 300 });
  const one = statement({ n: sql<number>`1` }, (select) => select.from(sql`(values (1)) as one`));
  await expect(database.reader(anonymous).rows(one, {})).rejects.toMatchObject({
    code: 'STORAGE_UNAVAILABLE',
  });
  expect(listener.count()).toBeGreaterThan(1);
  expect(listener.count()).toBeLessThan(20);
});

test('of several hosts each is tried', async () => {
  const { port } = new URL(kit.adminUrl);
  const url = kit.adminUrl.replace(
    `127.0.0.1:${port}`,
    `127.0.0.1:1,127.0.0.1:2,127.0.0.1:${port}`,
  );
  expect(await withAdmin(url, (sql) => sql`select 1 as one`)).toEqual([{ one: 1 }]);
  const none = url.replace(`:${port}`, ':3');
  await expect(admin(none)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a server without TLS is used where TLS is only preferred', async () => {
  expect(await withAdmin(`${kit.adminUrl}?sslmode=prefer`, (sql) => sql`select 1 as one`)).toEqual([
    { one: 1 },
  ]);
});

test('a connection that is lost during the work is not made again', async () => {
  const work = withAdmin(kit.adminUrl, async (sql) => {
    await sql`select pg_terminate_backend(pg_backend_pid())`.catch(() => {});
    await sql`select 1`;
  });
  await expect(work).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
});
