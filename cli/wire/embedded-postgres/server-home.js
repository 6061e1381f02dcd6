import { createHash, randomUUID } from 'node:crypto';
import { chmod, chown, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { findBlockingDirectory, NOBODY, runsAsRoot } from './server-user.js';
/**
 * Decides where the server lives. An existing cluster always stays where it is; a new one stands
 * in the data directory unless root must run it as "nobody" and "nobody" cannot walk there.
 * @param dataDir an existing directory, absolute, links resolved
 * @throws EmbeddedPostgresError NOT_READABLE_BY_SERVER_USER, CLUSTER_MISSING
 */
export async function chooseServerHome(dataDir) {
    const moved = await findServerHomeElsewhere(dataDir);
    if (moved !== null)
        return moved;
    if (!runsAsRoot())
        return homeIn(dataDir, null);
    const user = (await ownerOfCluster(dataDir)) ?? NOBODY;
    await letThrough(dataDir, user);
    const blocking = await findBlockingDirectory(dataDir, user);
    if (blocking === null)
        return homeIn(dataDir, user);
    if (await exists(join(dataDir, CLUSTER)))
        throw outOfReachError(dataDir, blocking, user);
    return makeHomeElsewhere(dataDir, blocking);
}
/**
 * Databases that root keeps elsewhere for data directories that no longer exist or no longer point
 * to them. Nothing ever removes one: a data directory may be on a disk that is not mounted just now.
 * @returns each with the data directory it was made for
 */
export async function findAbandonedHomes() {
    const names = await readdir(ELSEWHERE).catch(() => []);
    const homes = names.map(async (name) => {
        const directory = join(ELSEWHERE, name);
        const madeFor = (await readFile(join(directory, MADE_FOR), 'utf8').catch(() => '')).trim();
        const isInUse = (await readPointer(madeFor)) === directory;
        return { directory, madeFor, isInUse };
    });
    return (await Promise.all(homes))
        .filter(({ isInUse, madeFor }) => !isInUse && madeFor !== '')
        .map(({ directory, madeFor }) => ({ directory, madeFor }));
}
/**
 * Reads the pointer that root leaves in a data directory whose server lives elsewhere.
 * @returns null when there is no pointer, that is, the server lives in the data directory
 * @throws EmbeddedPostgresError CLUSTER_MISSING when the place it names is gone
 */
export async function findServerHomeElsewhere(dataDir) {
    const directory = await readPointer(dataDir);
    if (directory === null)
        return null;
    if (!(await exists(directory)))
        throw clusterMissingError(dataDir, directory);
    const movedBecause = `the database lives in ${directory}, as ${join(dataDir, POINTER)} says`;
    const user = runsAsRoot() ? ((await ownerOfCluster(directory)) ?? NOBODY) : null;
    return { directory, cluster: join(directory, CLUSTER), user, movedBecause };
}
const CLUSTER = 'postgres';
const POINTER = 'postgres-location';
const ELSEWHERE = '/var/lib/linju';
const MADE_FOR = 'made-for';
function homeIn(dataDir, user) {
    return { directory: dataDir, cluster: join(dataDir, CLUSTER), user, movedBecause: null };
}
// linju's own directory may be for root only (a strict umask, a temporary directory). The server's
// group gets the right to walk through it, not to list it; nobody else gets anything.
async function letThrough(dataDir, user) {
    const { uid, gid, mode } = await stat(dataDir);
    if (uid !== 0 || gid !== 0 || (mode & 0o001) !== 0)
        return;
    try {
        await chown(dataDir, uid, user.gid);
        await chmod(dataDir, (mode & 0o7700) | 0o010);
    }
    catch {
        // Not every root may do that (containers, network disks); what follows finds out.
    }
}
// A cluster made by an ordinary user is run as that user, who can then go on using it without
// root. One that belongs to root (restored from a copy, say) is given to "nobody".
async function ownerOfCluster(directory) {
    const found = await stat(join(directory, CLUSTER)).catch(() => null);
    return found === null || found.uid === 0 ? null : { uid: found.uid, gid: found.gid };
}
// The name holds a random part: whoever removes a data directory to begin anew must not meet the
// old database again. The place is made before the pointer, so a pointer to nothing means loss.
async function makeHomeElsewhere(dataDir, blocking) {
    const name = createHash('sha256')
        .update(`${dataDir}\n${randomUUID()}`)
        .digest('hex')
        .slice(0, 16);
    const directory = join(ELSEWHERE, name);
    try {
        await mkdir(directory, { recursive: true });
        await chmod(ELSEWHERE, 0o755);
        await chmod(directory, 0o755);
        await writeFile(join(directory, MADE_FOR), `${dataDir}\n`);
        await writeFile(join(dataDir, POINTER), `${directory}\n`);
    }
    catch (error) {
        throw elsewhereError(directory, blocking, error);
    }
    const movedBecause = `as root, linju runs the database as user ${NOBODY.uid}, who may not enter ${blocking}; so the database lives in ${directory}`;
    return { directory, cluster: join(directory, CLUSTER), user: NOBODY, movedBecause };
}
async function readPointer(dataDir) {
    const text = await readFile(join(dataDir, POINTER), 'utf8').catch(() => '');
    return text.trim() === '' ? null : text.trim();
}
function exists(path) {
    return stat(path).then(() => true, () => false);
}
function outOfReachError(dataDir, blocking, user) {
    return new EmbeddedPostgresError('NOT_READABLE_BY_SERVER_USER', `The database in ${dataDir} belongs to user ${user.uid}, who may not enter ${blocking}; it was left untouched. Allow it (chmod o+x ${blocking}), or start linju as that user.`);
}
function elsewhereError(directory, blocking, cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new EmbeddedPostgresError('NOT_READABLE_BY_SERVER_USER', `As root, linju runs the database as user ${NOBODY.uid}, who may not enter ${blocking}; and ${directory} cannot be made instead (${reason}). Allow it (chmod o+x ${blocking}), choose another place with LINJU_DATA_DIR, or start linju as an ordinary user.`, { cause });
}
function clusterMissingError(dataDir, directory) {
    return new EmbeddedPostgresError('CLUSTER_MISSING', `${join(dataDir, POINTER)} says that the database lives in ${directory}, which is gone. Bring it back; or, to begin with an empty database, remove that file.`);
}
//# sourceMappingURL=server-home.js.map