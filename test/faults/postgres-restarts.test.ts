import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import postgres from 'postgres';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { inspectEmbeddedPostgres } from '../../cli/wire/embedded-postgres/index.js';
import type { Store } from '../../cli/wire/store.js';
import { makeDataDirectory, type DataDirectory } from '../support/data-directory.js';
import { checkout, programCommand } from '../support/linju-command.js';
import { redirectImport } from '../support/redirect-import.js';
import { spawnLinju, type TestProcess } from '../support/start-process.js';
import { expectEachOnce } from './expect-each-once.js';
import { openSeededStore } from '../support/open-seeded-store.js';
import { startLoad, type RunningLoad } from './start-load.js';
import { withoutPatch } from './without-patch.js';

const isLong = process.env['LINJU_TEST_LONG'] === '1';
const restartsOfEach = isLong ? 10 : 1;
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

test('the patch of the driver keeps a process alive that the published driver ends', async () => {
  const published = join(await publishedDriver(data.path), 'src', 'index.js');
  await using ended = startDriver(redirectImport('postgres', pathToFileURL(published)));
  await using alive = startDriver([]);
  await Promise.all([ended.untilSaid(/answered/), alive.untilSaid(/answered/)]);
  const restarts = await restartUntilEnded(ended);
  console.log(`without the patch it ended at restart ${restarts}`);
  expect(ended.output()).toMatch(/TypeError: Cannot read properties of null \(reading 'write'\)/);
  await alive.untilSaid(new RegExp(`(answered\\s+){${restarts + 1}}`));
}, 120_000);

const startDriver = (nodeOptions: readonly string[]): TestProcess => {
  const command = programCommand(fileURLToPath(new URL('driver-process.ts', import.meta.url)));
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

/** Restarts until a process has ended, 10 times at most. @returns how many times it took */
async function restartUntilEnded(process: TestProcess): Promise<number> {
  for (let restarts = 1; restarts <= 10; restarts += 1) {
    await restartServer(data.path, 'SIGINT');
    const answeredAgain = process.untilSaid(new RegExp(`(answered\\s+){${restarts + 1}}`));
    if (
      await Promise.race([
        process.ended,
        answeredAgain.then(
          () => null,
          () => process.ended,
        ),
      ])
    ) {
      return restarts;
    }
  }
  throw new Error(`It lives after 10 restarts.\n${process.output()}`);
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
