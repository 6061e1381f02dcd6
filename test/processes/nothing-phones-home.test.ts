import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { askOverHttp } from '../support/ask-over-http.js';
import {
  makeDataDirectory,
  makeSeededDirectory,
  type DataDirectory,
} from '../support/data-directory.js';
import { checkout } from '../support/linju-command.js';
import { startLinju, type ServingProcess } from '../support/start-process.js';

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
const lacksNetworks = mayLeaveNetwork()
  ? null
  : 'a process is put outside of every network by Linux, as root, with unshare, nsenter and ip';

// Only `npm test` has installed and built a moment before, by the very steps of `npm start`; started
// otherwise, they might have to be done now.
const isNpmTest = /^test(:long)?$/.test(process.env['npm_lifecycle_event'] ?? '');
const npmStart = [process.execPath, join(checkout, 'cli', 'bootstrap.mjs')];

describe('where there is no network at all', () => {
  let data: DataDirectory;
  let linju: ServingProcess;

  beforeAll(async () => {
    if (lacksNetworks !== null) return;
    data = await makeSeededDirectory();
    const environment = { LINJU_DATA_DIR: data.path };
    const command = isNpmTest ? { command: npmStart } : {};
    linju = await startLinju(['start'], environment, { within: withoutNetwork, ...command });
  });
  afterAll(async () => {
    await linju?.[Symbol.asyncDispose]();
    await data?.[Symbol.asyncDispose]();
  });

  test('a second npm start installs and builds nothing again', ({ skip }) => {
    skip(lacksNetworks !== null, lacksNetworks ?? '');
    skip(!isNpmTest, 'only `npm test` has installed and built by the steps of `npm start`');
    expect(linju.output()).not.toMatch(/installing|building/);
  });

  test('linju starts, answers and ends', async ({ skip }) => {
    skip(lacksNetworks !== null, lacksNetworks ?? '');
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
