import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { inspectEmbeddedPostgres } from '../../cli/wire/embedded-postgres/index.js';
import type { Store } from '../../cli/wire/store.js';
import { makeDataDirectory, type DataDirectory } from '../support/data-directory.js';
import { checkout } from '../support/linju-command.js';
import { redirectImport } from '../support/redirect-import.js';
import { expectEachOnce } from './expect-each-once.js';
import { openSeededStore } from './open-seeded-store.js';
import { startLoad, type RunningLoad } from './start-load.js';
import { withoutPatch } from './without-patch.js';

const isLong = process.env['LINJU_TEST_LONG'] === '1';
const restartsOfEach = isLong ? 10 : 1;
const begun: string[] = [];
const stored = new Map<string, string>();
let data: DataDirectory;
let store: Store;
let load: RunningLoad;

beforeAll(async () => {
  data = await makeDataDirectory();
  store = await openSeededStore(data.path);
  load = startLoad(store, { readers: 4, writers: 4 });
  await load.untilStored(20);
});
afterAll(async () => {
  await load?.kill();
  await store?.stop();
  await data?.[Symbol.asyncDispose]();
});

test('connections that are cut one after the other are not noticed outside', async () => {
  const sql = postgres(store.adminUrl, { max: 1, onnotice: () => {} });
  for (let cut = 0; cut < (isLong ? 60 : 10); cut += 1) {
    await load.untilStored(5);
    await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name like 'linju %' and pid <> pg_backend_pid()
      order by random() limit 1`;
  }
  await sql.end();
  await load.untilStored(20);
});

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
  begun.push(...load.begun());
  for (const [key, id] of load.stored()) stored.set(key, id);
  await expectEachOnce(store.adminUrl, begun, stored);
}, 60_000);

test('without the patch of the driver the same restarts end the process', async () => {
  const driver = await publishedDriver(data.path);
  await using unguarded = startLoad(store, {
    readers: 4,
    writers: 4,
    nodeOptions: redirectImport('postgres', pathToFileURL(join(driver, 'src', 'index.js'))),
  });
  await unguarded.untilStored(10);
  const restarts = await untilEnded(unguarded, () => restartServer(data.path, 'SIGINT'));
  console.log(`without the patch it ended at restart ${restarts}`);
  expect((await unguarded.ended).exitCode).toBe(1);
  expect(lastWords(unguarded)).toMatch(
    /TypeError: Cannot read properties of null \(reading 'write'\)/,
  );
}, 120_000);

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

/** Restarts until the process has ended. @returns how many restarts it took, 5 at most */
async function untilEnded(load: RunningLoad, restart: () => Promise<void>): Promise<number> {
  for (let restarts = 1; ; restarts += 1) {
    await restart();
    const outcome = await Promise.race([
      load.ended.then(() => 'ENDED'),
      load.untilStored(10).then(
        () => 'LIVES',
        () => 'ENDED',
      ),
    ]);
    if (outcome === 'ENDED' || restarts === 5) return restarts;
  }
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

/** What it said that was no report of a write. */
const lastWords = (load: RunningLoad): string => load.output().replaceAll(/^\{.*\}\n/gm, '');
