import { createServer } from 'node:net';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startCommandHost, type CommandHost } from '../support/command-host.js';
import { makeSeededDirectory, type DataDirectory } from '../support/data-directory.js';
import { runLinju } from '../support/start-process.js';

let data: DataDirectory;
let linju: CommandHost;

beforeAll(async () => {
  data = await makeSeededDirectory();
  linju = await startCommandHost();
});
afterAll(async () => {
  await linju?.[Symbol.asyncDispose]();
  await data?.[Symbol.asyncDispose]();
});

test('a port that is taken is named, and nothing is left running', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as { port: number };
  const { exitCode, output } = await runLinju(['start'], {
    LINJU_DATA_DIR: data.path,
    PORT: String(port),
  });
  other.close();
  expect(exitCode).toBe(1);
  const said = output.slice(output.indexOf('linju: '));
  expect(said).toContain(`127.0.0.1:${port}`);
  expect(said).toContain('Another program listens there. Stop it, or set PORT to a free one.');
  expect(said.trim().split('\n')).toHaveLength(2);
  expect(await data.serverPid()).toBeNull();
});

describe('an environment that cannot be used is said in one line, and nothing is started', () => {
  test.each<[what: string, environment: Record<string, string>, said: RegExp]>([
    ['a PORT that is no number', { PORT: 'abc' }, /^linju: PORT: received "abc"; .*0 to 65535\.$/m],
    [
      'a secret that is too short',
      { LINJU_SECRET: 'short' },
      /^linju: LINJU_SECRET is too short: 32 characters.*$/m,
    ],
    [
      'a DATABASE_URL that is no address',
      { DATABASE_URL: 'db.example:pw-canary' },
      /^linju: DATABASE_URL is not an address like postgres:\/\/.*$/m,
    ],
    [
      'a DATABASE_URL with a host that is not there',
      { DATABASE_URL: 'postgres://linju:pw-canary@nowhere.invalid/linju' },
      /^linju: .*nowhere\.invalid/,
    ],
    [
      'a data directory that is a file',
      { LINJU_DATA_DIR: process.execPath },
      /^linju: .*\nA file stands where a directory is needed\./,
    ],
  ])('%s', async (_, environment, said) => {
    const { exitCode, output } = await linju.run(['start'], {
      LINJU_DATA_DIR: data.path,
      PORT: '0',
      ...environment,
    });
    expect(exitCode).toBe(1);
    expect(output).toMatch(said);
    expect(output).not.toContain('pw-canary');
    expect(output).not.toMatch(/\n\s+at /);
    expect(output.trim().split('\n').length).toBeLessThanOrEqual(2);
    expect(await data.serverPid()).toBeNull();
  });
});

describe('a part that is started alone says what it lacks', () => {
  const secret = 'a secret that only the processes of this test share';
  test.each<[words: string, environment: Record<string, string>, said: string]>([
    ['subgraph nowhere', {}, 'There is no subgraph nowhere. There are: districts'],
    ['subgraph districts', { LINJU_SECRET: secret }, 'DISTRICTS_DATABASE_URL is not set'],
    ['gateway', { LINJU_SECRET: secret }, 'Not set: DISTRICTS_URL'],
  ])('linju %s with %o', async (words, environment, said) => {
    const { exitCode, output } = await linju.run(words.split(' '), { PORT: '0', ...environment });
    expect(output).toContain(said);
    expect(exitCode).toBe(2);
  });
});
