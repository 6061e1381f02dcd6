import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { assertDriverGuard, driverGuardPresent } from './driver-guard.js';

const require = createRequire(import.meta.url);
const installed = dirname(dirname(dirname(require.resolve('postgres'))));
const root = fileURLToPath(new URL('../..', import.meta.url));

test('the driver that is installed here carries the guards', () => {
  expect(driverGuardPresent()).toBe(true);
  expect(() => assertDriverGuard()).not.toThrow();
});

test('a driver as it comes from the registry is refused, with what is missing and what to do', async () => {
  const driver = await unpatchedDriver();
  expect(driverGuardPresent(driver)).toBe(false);
  expect(() => assertDriverGuard(driver)).toThrow(
    `The database driver in ${driver} lacks linju's patch, so a restart of Postgres would end this process or mix up transactions. ` +
      `Missing: ${[...missingIn('src'), ...missingIn('cjs/src')].join(', ')}. ` +
      'This happens when packages are installed without their scripts (--ignore-scripts). ' +
      'Run "npx patch-package" in linju\'s directory, or "npm ci" with scripts, and start again.',
  );
});

test('a driver patched in one of its two builds only is refused', async () => {
  const driver = await unpatchedDriver();
  await cp(join(installed, 'src'), join(driver, 'src'), { recursive: true });
  expect(() => assertDriverGuard(driver)).toThrow(`Missing: ${missingIn('cjs/src').join(', ')}.`);
});

test('a driver that cannot be read counts as unguarded', () => {
  expect(driverGuardPresent(join(tmpdir(), 'no such driver'))).toBe(false);
});

function missingIn(build: string): readonly string[] {
  return [
    `no-socket in ${build}/connection.js`,
    `stale-write in ${build}/connection.js`,
    `lost-connection in ${build}/connection.js`,
    `clean-session in ${build}/connection.js`,
    `own-transaction in ${build}/index.js`,
    `own-reservation in ${build}/index.js`,
  ];
}

/** The installed driver with our patch taken back, by the tool that put it there. */
async function unpatchedDriver(): Promise<string> {
  const app = await mkdtemp(join(tmpdir(), 'linju-driver-'));
  onTestFinished(() => rm(app, { recursive: true, force: true }));
  await writeFile(join(app, 'package.json'), '{ "name": "app", "version": "1.0.0" }');
  await cp(installed, join(app, 'node_modules', 'postgres'), { recursive: true });
  await cp(join(root, 'patches'), join(app, 'patches'), { recursive: true });
  const tool = require.resolve('patch-package/index.js');
  execFileSync(process.execPath, [tool, '--reverse', '--error-on-fail'], { cwd: app });
  return join(app, 'node_modules', 'postgres');
}
