import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { isAlive, processStartedAt } from './process-identity.js';

// A directory's owners are written down in numbered files, and the highest number counts. Taking
// the directory is making the next number, which the file system grants to one process only.
// Nobody ever removes the highest, so a process that judges an old state makes a number that
// exists, or one that a higher one overrules; a file removed and made anew would let two in.

/**
 * The linju process that has a data directory's database in its care.
 *   .pid       its process number
 *   .startedAt see processStartedAt; null when the platform does not tell
 */
export interface Owner {
  readonly pid: number;
  readonly startedAt: string | null;
}

/** A data directory held by this process, until released. Releasing again does nothing. */
export interface OwnerLock {
  release(): Promise<void>;
}

/**
 * Takes a data directory for this process. A directory whose owner was killed is free, so that an
 * orphaned database server finds a new owner.
 * @throws EmbeddedPostgresError DATA_DIRECTORY_IN_USE when a living linju holds it
 */
export async function takeOwnerLock(dataDir: string): Promise<OwnerLock> {
  const own: Owner = { pid: process.pid, startedAt: processStartedAt(process.pid) };
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const last = await lastNumber(dataDir);
    const owner = await readOwner(dataDir, last);
    if (owner !== null && isStillThere(owner)) throw inUse(dataDir, owner);
    if (await claim(dataDir, last + 1, own)) return lockOf(dataDir, last + 1);
  }
  throw new EmbeddedPostgresError(
    'DATA_DIRECTORY_IN_USE',
    `Several processes try to start linju in ${dataDir} at once. Start it once.`,
  );
}

/** The living linju process that holds the data directory, or null when none does. */
export async function findOwner(dataDir: string): Promise<Owner | null> {
  const owner = await readOwner(dataDir, await lastNumber(dataDir));
  return owner !== null && isStillThere(owner) ? owner : null;
}

const ATTEMPTS_MAX = 100;
const NAME = /^postgres-owner-(\d+)\.json$/;

function ownerFile(dataDir: string, number: number): string {
  return join(dataDir, `postgres-owner-${number}.json`);
}

async function numbersIn(dataDir: string): Promise<readonly number[]> {
  const names = await readdir(dataDir);
  return names.flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number);
}

async function lastNumber(dataDir: string): Promise<number> {
  return Math.max(0, ...(await numbersIn(dataDir)));
}

async function claim(dataDir: string, number: number, own: Owner): Promise<boolean> {
  if (!(await createWhole(dataDir, number, own))) return false;
  const numbers = await numbersIn(dataDir);
  const overruled = numbers.some((other) => other > number);
  const outdated = overruled ? [number] : numbers.filter((other) => other < number);
  for (const other of outdated) await rm(ownerFile(dataDir, other), { force: true });
  return !overruled;
}

// Written elsewhere and then linked: whoever sees the file sees all of it.
async function createWhole(dataDir: string, number: number, own: Owner): Promise<boolean> {
  const draft = join(dataDir, `postgres-owner-${randomUUID()}`);
  await writeFile(draft, `${JSON.stringify(own)}\n`);
  try {
    await link(draft, ownerFile(dataDir, number));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

// Emptied, not removed (see above); that works on a full disk too.
function lockOf(dataDir: string, number: number): OwnerLock {
  let released = false;
  const release = async (): Promise<void> => {
    if (released) return;
    released = true;
    await truncate(ownerFile(dataDir, number)).catch(() => undefined);
  };
  return { release };
}

async function readOwner(dataDir: string, number: number): Promise<Owner | null> {
  const text = await readFile(ownerFile(dataDir, number), 'utf8').catch(() => 'null');
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value)) return null;
    if (typeof value.pid !== 'number' || !(value.pid > 0)) return null;
    const startedAt = 'startedAt' in value ? value.startedAt : null;
    return { pid: value.pid, startedAt: typeof startedAt === 'string' ? startedAt : null };
  } catch {
    return null;
  }
}

function isStillThere(owner: Owner): boolean {
  return isAlive(owner.pid) && processStartedAt(owner.pid) === owner.startedAt;
}

function inUse(dataDir: string, owner: Owner): EmbeddedPostgresError {
  const holder =
    owner.pid === process.pid
      ? `this very process (${owner.pid}) has already started it`
      : `linju is already running as process ${owner.pid}`;
  return new EmbeddedPostgresError(
    'DATA_DIRECTORY_IN_USE',
    `The data directory ${dataDir} is in use: ${holder}. Use that one, stop it first (kill ${owner.pid}, which ends it cleanly), or start with another directory in LINJU_DATA_DIR.`,
  );
}
