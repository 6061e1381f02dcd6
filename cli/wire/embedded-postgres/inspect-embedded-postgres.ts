import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { findClusterVersion } from './cluster-version.js';
import { findOwner } from './owner-lock.js';
import type { Owner } from './owner-lock.js';
import { findPostmasterFile, judgePostmaster } from './postmaster-file.js';
import { findServerHomeElsewhere } from './server-home.js';
import { adminUrl } from './start-embedded-postgres.js';
import { findSuperuserPassword } from './superuser-password.js';

/**
 * What stands and runs in a data directory.
 *   .cluster      the Postgres data directory
 *   .movedBecause why it is not in the data directory, for a person; null: it is
 *   .majorVersion of the Postgres that made it; null: no database has been made yet
 *   .owner        the living linju process that has it in its care; null: none
 *   .server       the running server; null: none. Running without an owner, it is an orphan
 *                 that the next start takes over
 *     .adminUrl   null when this user may not read the password; never log it
 */
export interface EmbeddedPostgresReport {
  readonly cluster: string;
  readonly movedBecause: string | null;
  readonly majorVersion: number | null;
  readonly owner: Owner | null;
  readonly server: {
    readonly pid: number;
    readonly port: number;
    readonly adminUrl: string | null;
  } | null;
}

/**
 * Looks at a data directory without changing anything: for `linju doctor`, and for commands that
 * work on the database of a linju that is running already.
 * @returns null when the data directory does not exist
 * @throws EmbeddedPostgresError CLUSTER_MISSING, NOT_A_CLUSTER, NOT_READABLE_BY_SERVER_USER
 */
export async function inspectEmbeddedPostgres(options: {
  readonly dataDir: string;
}): Promise<EmbeddedPostgresReport | null> {
  const dataDir = await realpath(options.dataDir).catch(() => null);
  if (dataDir === null) return null;
  const elsewhere = await findServerHomeElsewhere(dataDir);
  const cluster = elsewhere?.cluster ?? join(dataDir, 'postgres');
  return {
    cluster,
    movedBecause: elsewhere?.movedBecause ?? null,
    majorVersion: await findClusterVersion(cluster),
    owner: await findOwner(dataDir),
    server: await findServer(dataDir, cluster),
  };
}

async function findServer(
  dataDir: string,
  cluster: string,
): Promise<EmbeddedPostgresReport['server']> {
  const file = await findPostmasterFile(cluster);
  if (file === null || file.port === null || !file.isReady) return null;
  if ((await judgePostmaster(cluster, file.pid)) === 'GONE') return null;
  const password = await findSuperuserPassword(dataDir);
  const { pid, port } = file;
  return { pid, port, adminUrl: password === null ? null : adminUrl(password, port) };
}
