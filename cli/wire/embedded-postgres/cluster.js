import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findClusterVersion } from './cluster-version.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { giveTo } from './give-to.js';
import { makeCluster } from './make-cluster.js';
import { requireSuperuserPassword } from './superuser-password.js';
/**
 * Makes sure that there is a cluster (a Postgres data directory) of the right version, making
 * one on the first start. A directory that is anything else is refused and never touched.
 * @param options .durable false makes a cluster that everybody on this machine may log in to,
 *                for tests; when such a cluster is started with true, it is closed first
 * @returns the superuser's password
 * @throws EmbeddedPostgresError OTHER_MAJOR_VERSION, NOT_A_CLUSTER, PASSWORD_MISSING,
 *         NOT_READABLE_BY_SERVER_USER, INITDB_FAILED, DISK_FULL
 */
export async function ensureCluster(options) {
    const { dataDir, home, binaries, durable, log } = options;
    const version = await findClusterVersion(home.cluster);
    if (version !== null && version !== binaries.majorVersion) {
        throw otherMajorVersion(home.cluster, version, binaries.majorVersion);
    }
    const password = await requireSuperuserPassword(dataDir, version !== null);
    if (version === null) {
        log(`making a new database in ${home.cluster} (a few seconds, once)`);
        await makeCluster(home.cluster, { binaries, user: home.user, password, durable });
    }
    else {
        await takeOver(home, durable);
    }
    return password;
}
async function takeOver(home, durable) {
    const { uid } = await stat(home.cluster);
    if (home.user !== null && uid !== home.user.uid)
        await giveTo(home.user, home.cluster);
    if (durable)
        await requirePasswords(home.cluster);
}
async function requirePasswords(cluster) {
    const path = join(cluster, 'pg_hba.conf');
    const rules = await readFile(path, 'utf8');
    const closed = rules.replace(/^((?:local|host)\b.*\s)trust\s*$/gm, '$1scram-sha-256');
    if (closed !== rules)
        await writeFile(path, closed);
}
function otherMajorVersion(cluster, found, own) {
    return new EmbeddedPostgresError('OTHER_MAJOR_VERSION', `The database in ${cluster} was written by Postgres ${found}, but this linju brings Postgres ${own}. It was left untouched. Start it with the linju that made it and carry the data over, or begin an empty database in another directory with LINJU_DATA_DIR.`);
}
//# sourceMappingURL=cluster.js.map