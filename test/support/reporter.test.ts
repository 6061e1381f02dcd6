import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, beforeEach, expect, test } from 'vitest';

const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);
const reporter = fileURLToPath(new URL('./reporter.ts', import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'linju-reporter-'));
  const settings = { include: ['*.test.js'], globals: true, reporters: ['default', reporter] };
  const config = `export default { test: ${JSON.stringify(settings)} };`;
  writeFileSync(join(folder, 'vitest.config.mjs'), config);
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(files: Readonly<Record<string, string>>): {
  lastLine: string;
  skipped: readonly string[];
  exitCode: number | null;
} {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { stdout, status } = spawnSync(process.execPath, [vitest, 'run'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, VITEST: '', CI: '1' },
  });
  const lines = stdout.trimEnd().split('\n');
  const skipped = lines.filter((line) => line.startsWith('skipped: '));
  return { lastLine: lines.at(-1) ?? '', skipped, exitCode: status };
}

test('tests are counted by how they ended, the skipped ones named; the exit code is vitest’s', () => {
  const files = {
    'one.test.js': `
      test('a', () => {}); test('b', () => {}); test('c', () => { throw new Error('c'); });
      describe('s', () => { test('d', ({ skip }) => skip('no ship here')); }); test.todo('e');
      test('f', { retry: 2 }, ({ task }) => { if (!task.result?.retryCount) throw new Error('f'); });`,
  };
  expect(run(files)).toEqual({
    lastLine: '3 passed, 1 failed, 2 skipped',
    skipped: ['skipped: one.test.js > s > d: no ship here', 'skipped: one.test.js > e'],
    exitCode: 1,
  });
});

test('a run without skipped tests does not speak of them', () => {
  expect(run({ 'one.test.js': `test('a', () => {});` })).toEqual({
    lastLine: '1 passed, 0 failed',
    skipped: [],
    exitCode: 0,
  });
});

test('a file that cannot load, a failing hook and an uncaught error each count as failed', () => {
  const files = {
    'load.test.js': `throw new Error('cannot load');`,
    'hook.test.js': `describe('s', () => { beforeAll(() => { throw new Error('hook'); }); test('a', () => {}); });`,
    'late.test.js': `test('a', () => { void Promise.reject(new Error('nobody caught me')); });`,
  };
  expect(run(files)).toMatchObject({ lastLine: '1 passed, 3 failed, 1 skipped', exitCode: 1 });
});

test('a run that finds no test has failed', () => {
  expect(run({})).toMatchObject({ lastLine: '0 passed, 1 failed', exitCode: 1 });
});
