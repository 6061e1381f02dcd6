import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

import postgres from 'postgres';
import { afterAll, expect, inject, onTestFinished, test } from 'vitest';

// What a lost connection must not do to those that use the pool afterwards: one test for each guard
// of patches/postgres+3.4.9.patch beyond the one that keeps the process alive. Each was seen red
// without its guard.

const admin = postgres(inject('adminUrl'), { max: 1, onnotice: () => undefined });
afterAll(() => admin.end());

test('a transaction whose connection was lost writes nothing into the next one', async () => {
  await admin`drop table if exists lost_connections`;
  await admin`create table lost_connections (written_by text, viewer text)`;
  const sql = pool();
  const lost = gate();
  const next = gate();
  const alice = sql.begin(async (tx) => {
    const [row] =
      await tx`select pg_backend_pid() as pid, set_config('linju.viewer', 'alice', true)`;
    await endBackend(row?.['pid']);
    lost.open();
    await next.opened;
    await tx`insert into lost_connections values ('alice', current_setting('linju.viewer', true))`;
  });
  const outcome = expect(alice).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
  await lost.opened;
  await sql.begin(async (tx) => {
    await tx`select set_config('linju.viewer', 'bob', true)`;
    next.open();
    await sleep(50);
    await tx`insert into lost_connections values ('bob', current_setting('linju.viewer', true))`;
  });

  await outcome;
  expect([...(await admin`select * from lost_connections`)]).toEqual([
    { written_by: 'bob', viewer: 'bob' },
  ]);
});

test('a connection lost during a statement of a transaction is used again', async () => {
  const sql = pool();
  const transaction = sql.begin(async (tx) => {
    const [row] = await tx`select pg_backend_pid() as pid`;
    const endSoon = sleep(50).then(() => endBackend(row?.['pid']));
    await Promise.all([tx`select pg_sleep(10)`, endSoon]);
  });
  await expect(transaction).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
  expect(await threeAnswers(sql)).toEqual([1, 1, 1]);
});

test('a connection reset during a statement of a transaction is used again, and the pool ends', async () => {
  const proxy = await startProxy();
  const sql = pool(proxy.url);
  const transaction = sql.begin(async (tx) => {
    await tx`select 1`;
    const resetSoon = sleep(50).then(() => proxy.reset());
    await Promise.all([tx`select pg_sleep(10)`, resetSoon]);
  });
  await expect(transaction).rejects.toMatchObject({ code: expect.stringMatching(/CLOSED|RESET/) });
  expect(await threeAnswers(sql)).toEqual([1, 1, 1]);
  await sql.end();
});

test('rows of an answer that was cut are not counted to the next answer', async () => {
  const proxy = await startProxy();
  const sql = pool(proxy.url);
  const cut = sql`select n, repeat('x', 1000) from generate_series(1, 1000000) as n`;
  const outcome = expect(cut).rejects.toMatchObject({
    code: expect.stringMatching(/CLOSED|RESET/),
  });
  await proxy.resetAfter(2 ** 20);
  await outcome;
  expect([...(await sql`select 1 as x`)]).toEqual([{ x: 1 }]);
});

test('a reservation whose connection was lost refuses, and the pool goes on', async () => {
  const sql = pool();
  await sql`select 1`;
  const reserved = await sql.reserve();
  const [row] = await reserved`select pg_backend_pid() as pid`;
  await endBackend(row?.['pid']);
  await sleep(50);
  await expect(reserved`select 1`).rejects.toMatchObject({ code: 'CONNECTION_CLOSED' });
  reserved.release();
  expect(await threeAnswers(sql)).toEqual([1, 1, 1]);
});

function pool(url: string = inject('adminUrl')): ReturnType<typeof postgres> {
  const sql = postgres(url, {
    max: 1,
    fetch_types: false,
    backoff: () => 0.01,
    onnotice: () => undefined,
  });
  onTestFinished(() => sql.end({ timeout: 0 }));
  return sql;
}

async function threeAnswers(sql: ReturnType<typeof postgres>): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for (let round = 0; round < 3; round += 1) answers.push((await sql`select 1 as x`)[0]?.['x']);
  return answers;
}

async function endBackend(pid: unknown): Promise<void> {
  await admin`select pg_terminate_backend(${Number(pid)})`;
}

function gate(): { readonly opened: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open: () => open() };
}

/** A way to the server that can be reset, as a failing network does. */
async function startProxy(): Promise<{
  readonly url: string;
  reset(): void;
  resetAfter(bytes: number): Promise<void>;
}> {
  const target = new URL(inject('adminUrl'));
  const port = Number(target.port);
  const clients: Socket[] = [];
  let passedBytes = 0;
  const proxy = createServer((client) => {
    const server = connect(port, target.hostname);
    clients.push(client);
    for (const socket of [client, server]) socket.on('error', () => undefined);
    server.on('data', (bytes) => (passedBytes += bytes.length));
    client.pipe(server).pipe(client);
    client.on('close', () => server.destroy());
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  onTestFinished(() => void proxy.close());
  const address = proxy.address();
  target.port = String(typeof address === 'object' && address !== null ? address.port : 0);
  const reset = (): void => clients.splice(0).forEach((client) => client.resetAndDestroy());
  const resetAfter = async (bytes: number): Promise<void> => {
    while (passedBytes < bytes) await sleep(1);
    reset();
  };
  return { url: target.href, reset, resetAfter };
}
