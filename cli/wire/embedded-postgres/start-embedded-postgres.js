import { access, constants, mkdir, realpath } from 'node:fs/promises';
import { prepareBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { explainSystemError } from './explain-system-error.js';
import { keepRunning } from './keep-running.js';
import { takeOwnerLock } from './owner-lock.js';
import { chooseServerHome } from './server-home.js';
import { SERVER_HOST } from './server-settings.js';
import { SUPERUSER } from './superuser-password.js';
/**
 * Starts the embedded Postgres: makes the database on the first start, takes over a server that a
 * killed linju left running, and returns when connections are accepted.
 * @throws EmbeddedPostgresError for everything that can be explained; nothing is left running
 */
export async function startEmbeddedPostgres(options) {
    try {
        const dataDir = await openDataDirectory(options.dataDir);
        const lock = await takeOwnerLock(dataDir);
        return await start(dataDir, lock, options).catch(async (error) => {
            await lock.release();
            throw error;
        });
    }
    catch (error) {
        throw explainSystemError(error, options.dataDir);
    }
}
/** Makes the directory where it is missing; returns its absolute path, links resolved. */
async function openDataDirectory(dataDir) {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK | constants.X_OK);
    return realpath(dataDir);
}
async function start(dataDir, lock, options) {
    const { log, port = null, durable = true, settings = {} } = options;
    const home = await chooseServerHome(dataDir);
    if (home.movedBecause !== null)
        log(home.movedBecause);
    const binaries = await prepareBinaries({ home, log });
    const password = await ensureCluster({ dataDir, home, binaries, durable, log });
    const { cluster, user } = home;
    const program = binaries.postgres;
    const server = await keepRunning({ cluster, program, user, durable, settings, port, log });
    return handleOf({ server, home, lock, password });
}
function handleOf(parts) {
    const { server, home, lock, password } = parts;
    const stop = async ({ mode } = { mode: 'fast' }) => {
        await server.stop(mode);
        await lock.release();
    };
    const { port } = server.current();
    return {
        adminUrl: adminUrl(password, port),
        host: SERVER_HOST,
        port,
        get pid() {
            return server.current().pid;
        },
        get adopted() {
            return server.current().adopted;
        },
        dataDir: home.cluster,
        stop,
        [Symbol.asyncDispose]: () => stop(),
    };
}
/** The address for connecting to the server as superuser. */
export function adminUrl(password, port) {
    return `postgres://${SUPERUSER}:${password}@${SERVER_HOST}:${port}/postgres`;
}
//# sourceMappingURL=start-embedded-postgres.js.map