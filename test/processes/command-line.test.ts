import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { startCommandHost, type CommandHost } from '../support/command-host.js';
import { checkout } from '../support/linju-command.js';
import { runLinju } from '../support/start-process.js';

let linju: CommandHost;

beforeAll(async () => {
  linju = await startCommandHost();
});
afterAll(() => linju?.[Symbol.asyncDispose]());

const verbs = readdirSync(join(checkout, 'cli', 'commands'))
  .filter((file) => /^[a-z-]+\.ts$/.test(file))
  .map((file) => file.replace(/\.ts$/, ''));

test('linju --help names every verb and the exit codes', async () => {
  const { exitCode, output } = await linju.run(['--help']);
  expect(exitCode).toBe(0);
  expect(verbs.filter((verb) => !new RegExp(`^  ${verb}\\b.* {2,}\\S`, 'm').test(output))).toEqual(
    [],
  );
  expect(output).toContain('Exit codes: 0 done, 1 failed, 2 wrong use, 3 a check found something.');
});

test.each(['start', 'subgraph', 'gateway'])(
  'linju %s --help explains the verb, and what it reads from the environment',
  async (verb) => {
    const { exitCode, output } = await linju.run([verb, '--help']);
    expect(exitCode).toBe(0);
    expect(output).toMatch(new RegExp(`^Usage: linju ${verb}\\b.*\\n\\n\\S`));
    expect(output).toContain('\nEnvironment: ');
  },
);

const help = '(linju --help shows what there is)';

test('an unknown verb ends with code 2, names the nearest and says where help is', async () => {
  const { exitCode, output } = await runLinju(['starts']);
  expect(output).toContain("unknown command 'starts'");
  expect(output).toContain('Did you mean start?');
  expect(output).toContain(help);
  expect(exitCode).toBe(2);
});

test('an unknown option ends with code 2 and says where help is', async () => {
  const { exitCode, output } = await linju.run(['start', '--fast']);
  expect(output).toContain("unknown option '--fast'");
  expect(output).toContain(help);
  expect(exitCode).toBe(2);
});
