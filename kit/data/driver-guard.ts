import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/**
 * Whether the installed database driver (postgres.js) carries the guards of
 * patches/postgres+3.4.9.patch. Without them a restart of Postgres ends the whole process (the
 * driver throws from a timer, where nothing can catch it), and a transaction whose connection was
 * lost may go on inside another viewer's transaction.
 * @param driverDirectory the driver's package; the one this process imports when not given
 * @returns false also when the driver cannot be read
 */
export function driverGuardPresent(driverDirectory: string = installedDriver()): boolean {
  return missingGuards(driverDirectory).length === 0;
}

/**
 * Refuses to go on with a driver that lacks a guard. Called before the first connection.
 * @param driverDirectory as for driverGuardPresent
 * @throws Error whose message names what is missing and says what to do
 */
export function assertDriverGuard(driverDirectory: string = installedDriver()): void {
  const missing = missingGuards(driverDirectory);
  if (missing.length === 0) return;
  throw new Error(
    `The database driver in ${driverDirectory} lacks linju's patch, so a restart of Postgres would end this process or mix up transactions. ` +
      `Missing: ${missing.join(', ')}. This happens when packages are installed without their scripts (--ignore-scripts). ` +
      `Run "npx patch-package" in linju's directory, or "npm ci" with scripts, and start again.`,
  );
}

// The driver ships the same code twice; which one is used depends on who imports it and how.
const BUILDS = ['src', 'cjs/src'];
// Each guard has its name in a comment of the patch.
const GUARDS = [
  { file: 'connection.js', name: 'no-socket' },
  { file: 'connection.js', name: 'stale-write' },
  { file: 'connection.js', name: 'lost-connection' },
  { file: 'connection.js', name: 'clean-session' },
  { file: 'index.js', name: 'own-transaction' },
  { file: 'index.js', name: 'own-reservation' },
];

function installedDriver(): string {
  return dirname(dirname(dirname(createRequire(import.meta.url).resolve('postgres'))));
}

function missingGuards(driverDirectory: string): readonly string[] {
  return BUILDS.flatMap((build) =>
    GUARDS.filter(({ file, name }) => {
      const text = readOrEmpty(join(driverDirectory, build, file));
      return !text.includes(`linju-guard ${name}:`);
    }).map(({ file, name }) => `${name} in ${build}/${file}`),
  );
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
