import { readdirSync, readFileSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { roleOf } from '@linju/kit';
import { expect, test } from 'vitest';

import {
  findBlockingDirectory,
  NOBODY,
  runsAsRoot,
  type ServerUser,
} from '../../cli/wire/embedded-postgres/server-user.js';
import { blueprints } from '../../cli/wire/subgraphs.js';
import { askReady } from '../support/ask-over-http.js';
import { makeDataDirectory, type DataDirectory } from '../support/data-directory.js';
import { checkout } from '../support/linju-command.js';
import { spawnLinju, startLinju, type TestProcess } from '../support/start-process.js';
import { createTestDatabase, templateOf } from '../support/test-database.js';
import { contentOf } from './content-of.js';
import { findAdminUrl, untilRoleWrites } from './watch-role.js';

/** A moment of a start, by what can be seen of it from outside. Later moments count as reached too. */
interface Moment {
  readonly name: string;
  readonly reached: (linju: TestProcess, data: DataDirectory) => boolean | Promise<boolean>;
}

const isReady = /^linju ready/m;

const said = (name: string, pattern: RegExp): Moment => ({
  name,
  reached: (linju) => pattern.test(linju.output()),
});

const holds = (name: string, file: RegExp): Moment => ({
  name,
  reached: async (_, data) => (await filesIn(data.path)).some((each) => file.test(each)),
});

const seeding = (schema: string, afterMs: number): Moment => ({
  name: `it seeds ${schema}`,
  reached: async (linju, data) => {
    await untilRoleWrites(data.path, roleOf(schema), () => isReady.test(linju.output()));
    await wait(afterMs);
    return true;
  },
});

const isLong = process.env['LINJU_TEST_LONG'] === '1';
const names = blueprints.map(({ name }) => name);
const lastName = names.at(-1) ?? '';
const everyMoment: readonly Moment[] = [
  holds('it holds its data directory', /postgres-owner\.json$|postgres\/PG_VERSION$/),
  holds('the database is half made', /postgres-unfinished-[^/]*\/global$|postgres\/PG_VERSION$/),
  holds('the database is made', /postgres\/PG_VERSION$/),
  holds('the server starts', /postgres\/postmaster\.pid$/),
  said('it migrates', /^migrate|^seed/m),
  said('it migrates the last subgraph', new RegExp(`^migrate ${lastName}: 0001|^seed`, 'm')),
  ...names.map((name, index) => seeding(name, 60 * index)),
  said('it is ready', isReady),
];

// Each kind of state that a start can be cut off in; the long run sees every moment. Killed when it is
// ready, it leaves what it leaves when it is killed at the last seed: a server without an owner.
const kinds = new RegExp(`half made|server starts|migrates$|seeds (${names[0]}|${lastName})`);
const moments = everyMoment.filter(({ name }) => isLong || kinds.test(name));

test('killed at any moment of the first start, the next one goes on, and the data is whole', async () => {
  await using data = await makeDataDirectory();
  await killAt(moments, data);
  await expectWhole(data);
}, 300_000);

test('the same as an ordinary user', async ({ skip }) => {
  skip(!runsAsRoot(), 'only root can start processes as somebody else');
  const blocking = await findBlocking([checkout, dirname(await realpath(process.execPath))]);
  skip(blocking !== null, `an ordinary user may not enter ${blocking}`);
  await using data = await makeDataDirectory(NOBODY);
  const few = new RegExp(isLong ? `half made|migrates$|seeds ${lastName}` : 'half made|migrates$');
  const some = everyMoment.filter(({ name }) => few.test(name));
  await killAt(some, data, NOBODY);
  await expectWhole(data, NOBODY);
}, 300_000);

/** Starts and kills once for each moment; a start that ends by itself fails. */
async function killAt(
  list: readonly Moment[],
  data: DataDirectory,
  user?: ServerUser,
): Promise<void> {
  for (const moment of list) {
    await using linju = spawnLinju(['start'], environmentOf(data), user ? { user } : {});
    const ended = linju.ended.then(() => {
      throw new Error(`It ended by itself before this: ${moment.name}\n${linju.output()}`);
    });
    await Promise.race([ended, untilReached(moment, linju, data)]);
    ended.catch(() => undefined);
    if (isReady.test(linju.output()) && moment.name !== 'it is ready') {
      console.log(`it was quicker than the killer: ${moment.name}`);
    }
    await linju.kill();
  }
  console.log(`killed ${list.length} starts: ${list.map(({ name }) => name).join('; ')}`);
}

async function untilReached(
  { reached }: Moment,
  linju: TestProcess,
  data: DataDirectory,
): Promise<void> {
  while (!(await reached(linju, data))) await wait(5);
}

async function expectWhole(data: DataDirectory, user?: ServerUser): Promise<void> {
  await using clean = await createTestDatabase(await templateOf(blueprints, true));
  await using linju = await startLinju(['start'], environmentOf(data), user ? { user } : {});
  expect((await askReady(linju.address)).status).toBe(200);
  expect(await contentOf((await findAdminUrl(data.path)) ?? '', names)).toEqual(
    await contentOf(clean.adminUrl, names),
  );
  expect(await linju.stop()).toEqual({ exitCode: 0, signal: null });
  expect(await data.serverPid()).toBeNull();
  expect(processesNaming(data.path)).toEqual([]);
}

const environmentOf = (data: DataDirectory) => ({ LINJU_DATA_DIR: data.path, PORT: '0' });

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder);
  const below = entries
    .filter((name) => name.startsWith('postgres'))
    .map(async (name) => {
      const inside = await readdir(`${folder}/${name}`).catch(() => []);
      return inside.map((each) => `${name}/${each}`);
    });
  return [...entries, ...(await Promise.all(below)).flat()];
}

/** The processes whose command line names a path; none where the platform does not tell. */
function processesNaming(path: string): readonly string[] {
  if (process.platform !== 'linux') return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => `${pid} ${commandLineOf(pid)}`)
    .filter((line) => line.includes(path));
}

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

async function findBlocking(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    const blocking = await findBlockingDirectory(await realpath(path), NOBODY);
    if (blocking !== null) return blocking;
  }
  return null;
}
