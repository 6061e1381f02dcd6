import { existsSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { isAlive } from '../../cli/wire/embedded-postgres/process-identity.js';
import { askOverHttp, askReady } from '../support/ask-over-http.js';
import { startCommandHost, type CommandHost } from '../support/command-host.js';
import { makeSeededDirectory, type DataDirectory } from '../support/data-directory.js';
import { descendantsOf, residentBytesOf } from '../support/process-tree.js';
import { startLinju, type ServingProcess } from '../support/start-process.js';

const question = '{ district(code: "430202") { name city { code } streets { code name } } }';
let data: DataDirectory;
let linju: ServingProcess;
let beside: CommandHost;

beforeAll(async () => {
  data = await makeSeededDirectory();
  linju = await startLinju(['start'], { LINJU_DATA_DIR: data.path });
  beside = await startCommandHost();
});
afterAll(async () => {
  await beside?.[Symbol.asyncDispose]();
  await linju?.[Symbol.asyncDispose]();
  await data?.[Symbol.asyncDispose]();
});

test('the whole process tree stays under 600 MB at rest', async ({ skip }) => {
  skip(!existsSync('/proc/self/smaps_rollup'), 'only Linux tells the memory of each process');
  await askOverHttp(linju.address, question);
  const bytes = await atRest(() => residentBytesOf(linju.pid));
  const processes = 1 + descendantsOf(linju.pid).length;
  console.log(`at rest: ${Math.round(bytes / 1e6)} MB in ${processes} processes (sum of PSS)`);
  expect(processes).toBeGreaterThan(5);
  expect(bytes).toBeGreaterThan(50e6);
  expect(bytes).toBeLessThan(600e6);
});

test('a second start on the same data is refused, names the first, and the first goes on', async () => {
  const second = await beside.run(['start'], { LINJU_DATA_DIR: data.path, PORT: '0' });
  expect(second).toEqual({ exitCode: 1, signal: null, output: expect.any(String) });
  expect(second.output.trim().split('\n')).toEqual([
    expect.stringMatching(
      new RegExp(
        `^linju: The data directory ${data.path} is in use.* process ${linju.pid}\\b.*LINJU_DATA_DIR`,
      ),
    ),
  ]);
  expect((await askOverHttp(linju.address, question)).body.data.district.name).toBe('荷塘区');
});

test('migrate and seed work beside it and change nothing', async () => {
  const environment = { LINJU_DATA_DIR: data.path };
  const migrated = await beside.run(['migrate'], environment);
  expect(migrated).toMatchObject({ exitCode: 0, output: expect.stringContaining('Nothing to do') });
  const seeded = await beside.run(['seed'], environment);
  expect(seeded).toMatchObject({
    exitCode: 0,
    output: expect.stringMatching(/\d+ records of the sources are in embedded Postgres/),
  });
  expect((await askReady(linju.address)).status).toBe(200);
});

test('doctor finds nothing wrong and sees that it serves', async () => {
  const { port } = new URL(linju.address);
  const { exitCode, output } = await beside.run(['doctor'], {
    LINJU_DATA_DIR: data.path,
    PORT: port,
  });
  expect(output).toContain(`ok    port: linju serves on 127.0.0.1:${port}\n`);
  expect(output).toMatch(/^ok {4}database: Postgres \d+\.\d+ answers$/m);
  expect(output).toContain('\nNothing is wrong.\n');
  expect(exitCode).toBe(0);
});

// The last one: it ends what the others share.
test('SIGTERM ends it with code 0 and leaves no process behind; doctor then sees it at rest', async () => {
  const server = await data.serverPid();
  expect(await linju.stop()).toEqual({ exitCode: 0, signal: null });
  expect(isAlive(server ?? linju.pid)).toBe(false);
  const { exitCode, output } = await beside.run(['doctor'], {
    LINJU_DATA_DIR: data.path,
    PORT: '0',
  });
  expect(output).toContain('note  database: the embedded server is not running');
  expect(exitCode).toBe(0);
});

/** The number that stands still: three equal looks, or the tenth. */
async function atRest(look: () => number): Promise<number> {
  let last = look();
  for (let looks = 0, equal = 0; looks < 10 && equal < 2; looks += 1) {
    await wait(300);
    const next = look();
    equal = Math.abs(next - last) < 1e6 ? equal + 1 : 0;
    last = next;
  }
  return last;
}
