import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { copyCluster } from '../../../test/support/copy-cluster.js';
import { inspectEmbeddedPostgres } from './inspect-embedded-postgres.js';
import { isAlive } from './process-identity.js';
import { startEmbeddedPostgres } from './start-embedded-postgres.js';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './start-embedded-postgres.js';
import { ask } from './test-support/ask.js';
import { dataDirectory } from './test-support/data-directory.js';
import { startByHand } from './test-support/start-by-hand.js';
import { serverOf, spawnOwner, startOwner } from './test-support/start-owner.js';

test('a server whose linju was killed is adopted, with all that was committed', async () => {
  const dataDir = await madeDirectory();
  const owner = await startOwner({ dataDir });
  const { pid, port, adminUrl } = serverOf(owner);
  await ask(adminUrl, 'create table kept as select 1 as n');
  await owner.kill();
  expect(await inspectEmbeddedPostgres({ dataDir })).toMatchObject({
    owner: null,
    server: { pid, port, adminUrl },
  });

  const server = await start({ dataDir });
  expect(server).toMatchObject({ adopted: true, pid, port, adminUrl });
  expect(await ask(server.adminUrl, 'select n from kept')).toEqual([{ n: 1 }]);
  await server.stop();
  expect(isAlive(pid)).toBe(false);
});

test('an adopted server that dies is started again', async () => {
  const dataDir = await madeDirectory();
  const owner = await startOwner({ dataDir, durable: false });
  await owner.kill();
  const server = await start({ dataDir, durable: false });
  const { pid } = server;
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(server).toMatchObject({ adopted: false }), { timeout: 20_000 });
  expect(server.pid).not.toBe(pid);
  expect(await ask(server.adminUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test('an orphan that runs with other settings is stopped and started anew', async () => {
  const dataDir = await madeDirectory();
  const owner = await startOwner({ dataDir, durable: false });
  const { pid, adminUrl } = serverOf(owner);
  await ask(adminUrl, 'create table kept as select 1 as n');
  await owner.kill();

  const server = await start({ dataDir, durable: true });
  expect(server.adopted).toBe(false);
  expect(isAlive(pid)).toBe(false);
  expect(await ask(server.adminUrl, 'select n from kept')).toEqual([{ n: 1 }]);
});

test('linju and server killed together: the next start recovers what was committed', async () => {
  const dataDir = await madeDirectory();
  const owner = await startOwner({ dataDir });
  const { pid, adminUrl } = serverOf(owner);
  await ask(adminUrl, 'create table kept as select generate_series(1, 1000) as n');
  await owner.kill();
  process.kill(pid, 'SIGKILL');

  const server = await start({ dataDir });
  expect(server.adopted).toBe(false);
  expect(await ask(server.adminUrl, 'select count(*)::int from kept')).toEqual([{ count: 1000 }]);
});

test('while a linju lives, a second start is refused and the server goes on', async () => {
  const dataDir = await madeDirectory();
  const owner = await startOwner({ dataDir, durable: false });
  await expect(start({ dataDir, durable: false })).rejects.toMatchObject({
    code: 'DATA_DIRECTORY_IN_USE',
    message: expect.stringContaining(`already running as process ${owner.pid}`),
  });
  expect(await ask(serverOf(owner).adminUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
  await owner.stop();
  expect(isAlive(serverOf(owner).pid)).toBe(false);
});

test('a server that somebody else started on the cluster is left alone', async () => {
  const dataDir = await madeDirectory();
  const owner = await startOwner({ dataDir, durable: false });
  await owner.stop();
  const stranger = await startByHand(dataDir);
  await expect(start({ dataDir, durable: false })).rejects.toMatchObject({
    code: 'DATA_DIRECTORY_IN_USE',
    message: expect.stringContaining(`linju did not start (process ${stranger})`),
  });
  expect(isAlive(stranger)).toBe(true);
});

test('a postmaster.pid whose number belongs to a stranger by now does not stop the start', async () => {
  const dataDir = await madeDirectory();
  const first = await start({ dataDir, durable: false });
  await first.stop();
  const stale = [process.pid, first.dataDir, 1, first.port, '', '127.0.0.1', '', 'ready', ''];
  await writeFile(join(first.dataDir, 'postmaster.pid'), stale.join('\n'));

  const second = await start({ dataDir, durable: false });
  expect(second.adopted).toBe(false);
  expect(second.pid).not.toBe(process.pid);
});

test('a linju killed while it makes the first database leaves nothing half made', async () => {
  const dataDir = await dataDirectory();
  const owner = spawnOwner({ dataDir });
  await vi.waitFor(
    async () => expect((await readdir(dataDir)).join()).toContain('postgres-unfinished-'),
    { timeout: 20_000, interval: 10 },
  );
  const gone = once(owner, 'exit');
  owner.kill('SIGKILL');
  await gone;
  expect(await readdir(dataDir)).not.toContain('postgres');

  const server = await start({ dataDir });
  expect(await ask(server.adminUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
  expect((await readdir(dataDir)).sort()).toEqual([
    'postgres',
    'postgres-owner-2.json',
    'postgres-password',
  ]);
});

/** The data directory of one test, with a database that an earlier start made. */
async function madeDirectory(): Promise<string> {
  const directory = await dataDirectory();
  await copyCluster(directory);
  return directory;
}

async function start(options: Omit<EmbeddedPostgresOptions, 'log'>): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ log: () => undefined, ...options });
  onTestFinished(() => server.stop({ mode: 'immediate' }));
  return server;
}
