import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { findClusterVersion } from './cluster-version.js';
import { findOwner } from './owner-lock.js';
import { findPostmasterFile, judgePostmaster } from './postmaster-file.js';
import { findServerHomeElsewhere } from './server-home.js';
import { adminUrl } from './start-embedded-postgres.js';
import { findSuperuserPassword } from './superuser-password.js';
/**
 * Looks at a data directory without changing anything: for `linju doctor`, and for commands that
 * work on the database of a linju that is running already.
 * @returns null when the data directory does not exist
 * @throws EmbeddedPostgresError CLUSTER_MISSING, NOT_A_CLUSTER, NOT_READABLE_BY_SERVER_USER
 */
export async function inspectEmbeddedPostgres(options) {
    const dataDir = await realpath(options.dataDir).catch(() => null);
    if (dataDir === null)
        return null;
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
async function findServer(dataDir, cluster) {
    const file = await findPostmasterFile(cluster);
    if (file === null || file.port === null || !file.isReady)
        return null;
    if ((await judgePostmaster(cluster, file.pid)) === 'GONE')
        return null;
    const password = await findSuperuserPassword(dataDir);
    const { pid, port } = file;
    return { pid, port, adminUrl: password === null ? null : adminUrl(password, port) };
}
//# sourceMappingURL=inspect-embedded-postgres.js.map