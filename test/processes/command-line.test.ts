import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test, vi } from 'vitest';

import { checkout } from '../support/linju-command.js';
import { runLinju } from '../support/start-process.js';

vi.setConfig({ testTimeout: 120_000 });

const verbs = readdirSync(join(checkout, 'cli', 'commands'))
  .filter((file) => /^[a-z-]+\.ts$/.test(file))
  .map((file) => file.replace(/\.ts$/, ''));

test('linju --help names every verb and the exit codes', async () => {
  const { exitCode, output } = await runLinju(['--help']);
  expect(exitCode).toBe(0);
  expect(verbs.filter((verb) => !new RegExp(`^  ${verb}\\b.* {2,}\\S`, 'm').test(output))).toEqual(
    [],
  );
  expect(output).toContain('Exit codes: 0 done, 1 failed, 2 wrong use, 3 a check found something.');
});

test('a verb explains itself, and what it reads from the environment', async () => {
  const explained = ['start', 'subgraph', 'gateway'];
  const told = await Promise.all(explained.map((verb) => runLinju([verb, '--help'])));
  expect(told.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0]);
  for (const [index, verb] of explained.entries()) {
    const { output = '' } = told[index] ?? {};
    expect(output).toMatch(new RegExp(`^Usage: linju ${verb}\\b.*\\n\\n\\S`));
    expect(output).toContain('\nEnvironment: ');
  }
});

test('wrong use ends with code 2 and says where help is', async () => {
  const wrong = [['starts'], ['start', '--fast']];
  const told = await Promise.all(wrong.map((words) => runLinju(words)));
  expect(told.map(({ exitCode }) => exitCode)).toEqual([2, 2]);
  expect(told[0]?.output).toContain("unknown command 'starts'");
  expect(told[0]?.output).toContain('Did you mean start?');
  expect(told[1]?.output).toContain("unknown option '--fast'");
  for (const { output } of told) expect(output).toContain('(linju --help shows what there is)');
});
