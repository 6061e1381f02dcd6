import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { expect, test, vi } from 'vitest';

import { askOverHttp } from '../support/ask-over-http.js';
import { makeDataDirectory } from '../support/data-directory.js';
import { checkout } from '../support/linju-command.js';
import { startLinju } from '../support/start-process.js';

vi.setConfig({ testTimeout: 120_000 });

const recorder = fileURLToPath(new URL('record-connections.mjs', import.meta.url));

const questions = [
  '{ cities { code name districts { code name } } }',
  '{ organisations(first: 100) { totalCount nodes { id name } } }',
  '{ __schema { types { name } } }',
  '{ district(code: "x") { name } }',
];

test('linju connects to nobody beyond this machine: booting, migrating, seeding, serving, ending', async () => {
  await using data = await makeDataDirectory();
  const file = join(data.path, 'connections');
  await using linju = await startLinju(
    ['start'],
    { LINJU_DATA_DIR: data.path, CONNECTIONS_FILE: file },
    { nodeOptions: ['--import', pathToFileURL(recorder).href] },
  );
  for (const question of questions) await askOverHttp(linju.address, question);
  const pages = await Promise.all(
    ['/', '/playground/', '/health/ready'].map((path) => fetch(`${linju.address}${path}`)),
  );
  expect(pages.map(({ status }) => status < 500)).toEqual([true, true, true]);
  expect(await linju.stop()).toEqual({ exitCode: 0, signal: null });

  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  const targets = [
    ...new Set(lines.map((line) => (JSON.parse(line) as { target: string }).target)),
  ];
  console.log(`${lines.length} connections and look-ups, to: ${targets.join(', ')}`);
  // The database stands on loopback: a recorder that sees nothing has seen wrongly.
  expect(targets).toContain('127.0.0.1');
  expect(targets.filter((target) => !isLoopback(target))).toEqual([]);
});

// Nothing but a loopback device, and even that only because it is brought up.
const withoutNetwork = ['unshare', '--net', 'sh', '-c', 'ip link set lo up && exec "$@"', 'sh'];

test('linju starts and answers where there is no network at all', async ({ skip }) => {
  skip(!mayLeaveNetwork(), 'needs Linux, root, and the programs unshare, nsenter and ip');
  await using data = await makeDataDirectory();
  await using linju = await startLinju(
    ['start'],
    { LINJU_DATA_DIR: data.path },
    { within: withoutNetwork },
  );
  await expect(fetch(linju.address)).rejects.toThrow();
  expect(askFromInside(linju.pid, linju.address, questions[0] ?? '')).toMatchObject({
    data: {
      cities: expect.arrayContaining([
        { code: '430200', name: '株洲市', districts: expect.any(Array) },
      ]),
    },
  });
  expect(await linju.stop()).toEqual({ exitCode: 0, signal: null });
});

test('the second npm start needs no network: nothing is installed or built again', async ({
  skip,
}) => {
  skip(!mayLeaveNetwork(), 'needs Linux, root, and the programs unshare, nsenter and ip');
  // Elsewhere the stamps of an earlier install and build may be missing, and it would do both now.
  skip(!/^test(:long)?$/.test(process.env['npm_lifecycle_event'] ?? ''), 'shown by npm test only');
  await using data = await makeDataDirectory();
  await using linju = await startLinju(
    ['start'],
    { LINJU_DATA_DIR: data.path },
    { within: withoutNetwork, command: [process.execPath, join(checkout, 'cli', 'bootstrap.mjs')] },
  );
  expect(linju.output()).not.toMatch(/installing|building/);
  expect(await linju.stop()).toEqual({ exitCode: 0, signal: null });
});

function mayLeaveNetwork(): boolean {
  const tried = spawnSync('unshare', [
    '--net',
    'sh',
    '-c',
    'ip link set lo up && nsenter --version',
  ]);
  return tried.status === 0;
}

/** Asks from within the network that a process has for itself. */
function askFromInside(pid: number, address: string, query: string): unknown {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  };
  const script = `fetch(${JSON.stringify(`${address}/graphql`)}, ${JSON.stringify(request)})
    .then((answer) => answer.text()).then(console.log)`;
  const words = [`--net=/proc/${pid}/ns/net`, process.execPath, '-e', script];
  return JSON.parse(spawnSync('nsenter', words, { encoding: 'utf8' }).stdout);
}

const isLoopback = (target: string): boolean =>
  target === 'localhost' || target === '::1' || (isIP(target) === 4 && target.startsWith('127.'));
