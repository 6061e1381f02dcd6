import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { isAlive, processStartedAt } from './process-identity.js';
/**
 * Takes a data directory for this process. A lock left by a process that was killed is taken
 * over, so that an orphaned database server finds a new owner.
 * @throws EmbeddedPostgresError DATA_DIRECTORY_IN_USE when a living linju holds it
 */
export async function takeOwnerLock(dataDir) {
    const path = lockFile(dataDir);
    const own = describe({ pid: process.pid, startedAt: processStartedAt(process.pid) });
    for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
        if (await createWhole(path, own))
            return { release: () => releaseIfOwn(path, own) };
        const text = await readOrNull(path);
        if (text === null)
            continue; // released just now
        const owner = parseOwner(text);
        if (owner !== null && isStillThere(owner))
            throw inUse(dataDir, owner);
        await removeStale(path, text);
    }
    throw new EmbeddedPostgresError('DATA_DIRECTORY_IN_USE', `Several processes try to start linju in ${dataDir} at once. Start it once.`);
}
/** The living linju process that holds the data directory, or null when none does. */
export async function findOwner(dataDir) {
    const text = await readOrNull(lockFile(dataDir));
    const owner = text === null ? null : parseOwner(text);
    return owner !== null && isStillThere(owner) ? owner : null;
}
const ATTEMPTS_MAX = 20;
function lockFile(dataDir) {
    return join(dataDir, 'postgres-owner.json');
}
function describe(owner) {
    return `${JSON.stringify({ ...owner, lock: randomUUID() })}\n`;
}
// Written elsewhere and then linked: whoever sees the lock sees all of it.
async function createWhole(path, text) {
    const draft = `${path}.${randomUUID()}`;
    await writeFile(draft, text);
    try {
        await link(draft, path);
        return true;
    }
    catch (error) {
        if (error.code === 'EEXIST')
            return false;
        throw error;
    }
    finally {
        await rm(draft, { force: true });
    }
}
// Moved away before it is looked at again: between reading and removing, another process may
// have removed the same stale lock and taken the directory. Then its lock is put back.
async function removeStale(path, seen) {
    const aside = `${path}.${randomUUID()}`;
    try {
        await rename(path, aside);
    }
    catch {
        return; // somebody else was quicker
    }
    if ((await readOrNull(aside)) !== seen)
        await link(aside, path).catch(() => undefined);
    await rm(aside, { force: true });
}
async function releaseIfOwn(path, own) {
    if ((await readOrNull(path)) === own)
        await rm(path, { force: true });
}
function isStillThere(owner) {
    return isAlive(owner.pid) && processStartedAt(owner.pid) === owner.startedAt;
}
function parseOwner(text) {
    try {
        const value = JSON.parse(text);
        if (typeof value !== 'object' || value === null || !('pid' in value))
            return null;
        if (typeof value.pid !== 'number' || !(value.pid > 0))
            return null;
        const startedAt = 'startedAt' in value && typeof value.startedAt === 'string';
        return { pid: value.pid, startedAt: startedAt ? String(value.startedAt) : null };
    }
    catch {
        return null;
    }
}
function readOrNull(path) {
    return readFile(path, 'utf8').catch(() => null);
}
function inUse(dataDir, owner) {
    const holder = owner.pid === process.pid
        ? `this very process (${owner.pid}) has already started it`
        : `linju is already running as process ${owner.pid}`;
    return new EmbeddedPostgresError('DATA_DIRECTORY_IN_USE', `The data directory ${dataDir} is in use: ${holder}. Use that one, stop it first (kill ${owner.pid}, which ends it cleanly), or start with another directory in LINJU_DATA_DIR.`);
}
//# sourceMappingURL=owner-lock.js.map