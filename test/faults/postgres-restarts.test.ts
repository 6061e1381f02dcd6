import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { inspectEmbeddedPostgres } from '../../cli/wire/embedded-postgres/index.js';
import type { Store } from '../../cli/wire/store.js';
import { makeSeededDirectory, type DataDirectory } from '../support/data-directory.js';
import { checkout } from '../support/linju-command.js';
import { processCommand } from '../support/process-command.js';
import { redirectImport } from '../support/redirect-import.js';
import { spawnLinju, type TestProcess } from '../support/start-process.js';
import { expectEachOnce } from './expect-each-once.js';
import { openStoreIn } from '../support/open-seeded-store.js';
import { startLoad, type RunningLoad } from './start-load.js';
import { withoutPatch } from './without-patch.js';

const isLong = process.env['LINJU_TEST_LONG'] === '1';
const restartsOfEach = isLong ? 10 : 1;
let data: DataDirectory;
let store: Store;
let load: RunningLoad;

beforeAll(async () => {
  data = await makeSeededDirectory();
  store = await openStoreIn(data.path);
  load = await startLoad(store, { through: 'GATEWAY', readers: 4, writers: 4 });
  await load.untilStored(20);
});
afterAll(async () => {
  await load?.kill();
  await store?.stop();
  await data?.[Symbol.asyncDispose]();
});

test('connections cut one after the other under load end nothing', async () => {
  const sql = postgres(store.adminUrl, { max: 1, onnotice: () => {} });
  const wanted = isLong ? 60 : 10;
  for (let cut = 0; cut < wanted;) {
    await load.untilStored(3);
    const found = await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name like 'linju %' order by random() limit 1`;
    cut += found.length;
  }
  await sql.end();
  await load.untilStored(20);
}, 120_000);

test.each([
  ['fast', 'SIGINT'],
  ['immediate', 'SIGQUIT'],
] as const)(
  'a restart of Postgres (%s) under load ends nothing and loses nothing',
  async (mode, signal) => {
    for (let restart = 0; restart < restartsOfEach; restart += 1) {
      const restartedAt = performance.now();
      await restartServer(data.path, signal);
      await load.untilStored(1);
      console.log(
        `${mode}: writing again ${Math.round(performance.now() - restartedAt)} ms after it was ended`,
      );
      await load.untilStored(20);
    }
  },
  isLong ? 600_000 : 90_000,
);

test('what was acknowledged is stored, what was begun is stored once, and the process ends well', async () => {
  const { counts, ...end } = await load.finish();
  expect(end).toEqual({ exitCode: 0, signal: null });
  console.log(`${load.begun().length} writes;`, counts);
  expect(load.stored().size).toBe(load.begun().length);
  await expectEachOnce(store.adminUrl, load.begun(), load.stored());
}, 60_000);

// Not under load: whether the driver has put a write off when its connection closes would be chance.
test('the patch of the driver keeps a process alive that the published driver ends', async () => {
  const published = join(await publishedDriver(data.path), 'src', 'index.js');
  await using ended = await startDriver(redirectImport('postgres', pathToFileURL(published)));
  await using alive = await startDriver([]);
  await Promise.all([ended, alive].map((each) => each.untilSaid(/in a transaction/)));
  await restartServer(data.path, 'SIGINT');
  expect(await ended.ended).toEqual({ exitCode: 1, signal: null });
  expect(ended.output()).toMatch(/TypeError: Cannot read properties of null \(reading 'write'\)/);
  expect(await alive.ended).toEqual({ exitCode: 0, signal: null });
  expect(alive.output().trim().split('\n')).toEqual([
    'in a transaction',
    'lost: CONNECTION_CLOSED',
    'answered again',
  ]);
});

const startDriver = async (nodeOptions: readonly string[]): Promise<TestProcess> => {
  const command = await processCommand(
    fileURLToPath(new URL('driver-process.ts', import.meta.url)),
  );
  return spawnLinju([], { URL: store.adminUrl }, { command, nodeOptions });
};

/** Ends the server, as an administrator or a crash would, and waits until it accepts connections again. */
async function restartServer(dataDir: string, signal: 'SIGINT' | 'SIGQUIT'): Promise<void> {
  const before = await inspectEmbeddedPostgres({ dataDir });
  process.kill(before?.server?.pid ?? 0, signal);
  await vi.waitFor(
    async () => {
      const { server } = (await inspectEmbeddedPostgres({ dataDir })) ?? {};
      expect(server?.pid).not.toBe(before?.server?.pid);
      expect(server?.port).toBe(before?.server?.port);
    },
    { timeout: 30_000, interval: 20 },
  );
}

/** The driver as it is published, without our patch. */
async function publishedDriver(folder: string): Promise<string> {
  const driver = join(folder, 'published-driver');
  await cp(join(checkout, 'node_modules', 'postgres'), driver, { recursive: true });
  const patch = await readFile(join(checkout, 'patches', 'postgres+3.4.9.patch'), 'utf8');
  for (const [file, restore] of withoutPatch(patch, 'node_modules/postgres/')) {
    const path = join(driver, file);
    await writeFile(path, restore(await readFile(path, 'utf8')));
  }
  return driver;
}
