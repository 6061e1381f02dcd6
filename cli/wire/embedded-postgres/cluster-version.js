import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
/**
 * The major version of Postgres that wrote a cluster. Nothing is changed.
 * @param cluster the Postgres data directory
 * @returns 18 for Postgres 18.4; null when there is no such directory
 * @throws EmbeddedPostgresError NOT_A_CLUSTER, NOT_READABLE_BY_SERVER_USER
 */
export async function findClusterVersion(cluster) {
    if ((await stat(cluster).catch(() => null)) === null)
        return null;
    try {
        const text = await readFile(join(cluster, 'PG_VERSION'), 'utf8');
        const version = Number.parseInt(text, 10);
        if (Number.isNaN(version))
            throw notACluster(cluster);
        return version;
    }
    catch (error) {
        const { code } = error;
        if (code === 'EACCES')
            throw notReadable(cluster, error);
        if (code === 'ENOENT' || code === 'ENOTDIR')
            throw notACluster(cluster);
        throw error;
    }
}
function notReadable(cluster, cause) {
    return new EmbeddedPostgresError('NOT_READABLE_BY_SERVER_USER', `The database in ${cluster} belongs to another user and was left untouched. Start linju as the user who made it (root, perhaps), give the directory to yourself (chown -R), or choose another place with LINJU_DATA_DIR.`, { cause });
}
function notACluster(cluster) {
    return new EmbeddedPostgresError('NOT_A_CLUSTER', `${cluster} is not a database (it has no valid PG_VERSION) and was left untouched. Move it away, or choose another place with LINJU_DATA_DIR.`);
}
//# sourceMappingURL=cluster-version.js.map