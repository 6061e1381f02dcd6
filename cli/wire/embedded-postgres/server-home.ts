import { createHash, randomUUID } from 'node:crypto';
import { access, chmod, mkdir, readFile, realpath, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { findBlockingDirectory, NOBODY, runsAsRoot } from './server-user.js';
import type { ServerUser } from './server-user.js';

/**
 * Where the server's files live and who runs it.
 *   .directory    the data directory, or the place root had to choose instead of it
 *   .cluster      the Postgres data directory itself, inside .directory; may not exist yet
 *   .user         who runs the server; null: the user of this process
 *   .movedBecause why .directory is not the data directory, for a person; null: it is
 */
export interface ServerHome {
  readonly directory: string;
  readonly cluster: string;
  readonly user: ServerUser | null;
  readonly movedBecause: string | null;
}

/**
 * Makes sure that the data directory exists and can be written.
 * @returns its absolute path, links resolved
 * @throws EmbeddedPostgresError DATA_DIRECTORY_NOT_WRITABLE, DISK_FULL
 */
export async function openDataDirectory(dataDir: string): Promise<string> {
  try {
    const created = await mkdir(dataDir, { recursive: true });
    // Under root's usual umask 077 "nobody" could not walk into a directory made just now.
    if (created !== undefined && runsAsRoot()) await chmod(dataDir, 0o711);
    const directory = await realpath(dataDir);
    await access(directory, 2 | 1);
    return directory;
  } catch (error) {
    throw dataDirectoryError(dataDir, error);
  }
}

/**
 * Decides where the server lives. An existing cluster always stays where it is; a new one stands
 * in the data directory unless root must run it as "nobody" and "nobody" cannot walk there.
 * @param dataDir as openDataDirectory returned it
 * @throws EmbeddedPostgresError NOT_READABLE_BY_SERVER_USER, CLUSTER_MISSING
 */
export async function chooseServerHome(dataDir: string): Promise<ServerHome> {
  const moved = await findServerHomeElsewhere(dataDir);
  if (moved !== null) return moved;
  if (!runsAsRoot()) return homeIn(dataDir, null);

  const user = (await ownerOfCluster(dataDir)) ?? NOBODY;
  const blocking = await findBlockingDirectory(dataDir, user);
  if (blocking === null) return homeIn(dataDir, user);
  if (await exists(join(dataDir, CLUSTER))) throw outOfReachError(dataDir, blocking, user);
  return makeHomeElsewhere(dataDir, blocking);
}

/**
 * Reads the pointer that root leaves in a data directory whose server lives elsewhere.
 * @returns null when there is no pointer, that is, the server lives in the data directory
 * @throws EmbeddedPostgresError CLUSTER_MISSING when the place it names is gone
 */
export async function findServerHomeElsewhere(dataDir: string): Promise<ServerHome | null> {
  const directory = await readPointer(dataDir);
  if (directory === null) return null;
  if (!(await exists(directory))) throw clusterMissingError(dataDir, directory);
  const movedBecause = `the database lives in ${directory}, as ${join(dataDir, POINTER)} says`;
  const user = runsAsRoot() ? ((await ownerOfCluster(directory)) ?? NOBODY) : null;
  return { directory, cluster: join(directory, CLUSTER), user, movedBecause };
}

const CLUSTER = 'postgres';
const POINTER = 'postgres-location';
const ELSEWHERE = '/var/lib/linju';

function homeIn(dataDir: string, user: ServerUser | null): ServerHome {
  return { directory: dataDir, cluster: join(dataDir, CLUSTER), user, movedBecause: null };
}

// A cluster made by an ordinary user is run as that user, so that he can go on using it without
// root. One that belongs to root (restored from a copy, say) is given to "nobody".
async function ownerOfCluster(directory: string): Promise<ServerUser | null> {
  const found = await stat(join(directory, CLUSTER)).catch(() => null);
  return found === null || found.uid === 0 ? null : { uid: found.uid, gid: found.gid };
}

// The name holds a random part: whoever removes a data directory to begin anew must not meet the
// old database again. The place is made before the pointer, so a pointer to nothing means loss.
async function makeHomeElsewhere(dataDir: string, blocking: string): Promise<ServerHome> {
  const name = createHash('sha256').update(`${dataDir}\n${randomUUID()}`).digest('hex').slice(0, 16);
  const directory = join(ELSEWHERE, name);
  try {
    await mkdir(directory, { recursive: true });
    await chmod(ELSEWHERE, 0o755);
    await chmod(directory, 0o755);
    await writeFile(join(directory, 'made-for'), `${dataDir}\n`);
    await writeFile(join(dataDir, POINTER), `${directory}\n`);
  } catch (error) {
    throw elsewhereError(directory, blocking, error);
  }
  const movedBecause = `as root, linju runs the database as user ${NOBODY.uid}, who may not enter ${blocking}; so the database lives in ${directory}`;
  return { directory, cluster: join(directory, CLUSTER), user: NOBODY, movedBecause };
}

async function readPointer(dataDir: string): Promise<string | null> {
  const text = await readFile(join(dataDir, POINTER), 'utf8').catch(() => '');
  return text.trim() === '' ? null : text.trim();
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function dataDirectoryError(dataDir: string, cause: unknown): EmbeddedPostgresError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (reason.includes('ENOSPC')) {
    return new EmbeddedPostgresError(
      'DISK_FULL',
      `The disk is full: the data directory ${dataDir} cannot be made. Free some space, or choose another place with LINJU_DATA_DIR.`,
      { cause },
    );
  }
  return new EmbeddedPostgresError(
    'DATA_DIRECTORY_NOT_WRITABLE',
    `The data directory ${dataDir} cannot be written (${reason}). Give it to the user who starts linju, or choose another place with LINJU_DATA_DIR.`,
    { cause },
  );
}

function outOfReachError(
  dataDir: string,
  blocking: string,
  user: ServerUser,
): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'NOT_READABLE_BY_SERVER_USER',
    `The database in ${dataDir} belongs to user ${user.uid}, who may not enter ${blocking}; it was left untouched. Let him through (chmod o+x ${blocking}), or start linju as that user.`,
  );
}

function elsewhereError(
  directory: string,
  blocking: string,
  cause: unknown,
): EmbeddedPostgresError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new EmbeddedPostgresError(
    'NOT_READABLE_BY_SERVER_USER',
    `As root, linju runs the database as user ${NOBODY.uid}, who may not enter ${blocking}; and ${directory} cannot be made instead (${reason}). Let him through (chmod o+x ${blocking}), choose another place with LINJU_DATA_DIR, or start linju as an ordinary user.`,
    { cause },
  );
}

function clusterMissingError(dataDir: string, directory: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'CLUSTER_MISSING',
    `${join(dataDir, POINTER)} says that the database lives in ${directory}, which is gone. Bring it back; or, to begin with an empty database, remove that file.`,
  );
}
