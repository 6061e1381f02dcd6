import { mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { explainFailure } from './explain-failure.js';
import { giveTo } from './give-to.js';
import { runProgram } from './run-program.js';
import { SUPERUSER } from './superuser-password.js';
/**
 * Makes a new cluster. It is made under another name and gets its own when it is complete, so a
 * process killed halfway leaves no half database, only rubbish that the next start removes.
 * @param cluster where it shall stand; must not exist
 * @param options .durable false: everybody on this machine may log in without a password, and
 *                nothing is forced to the disk; for tests only
 * @throws EmbeddedPostgresError INITDB_FAILED, DISK_FULL, NOT_READABLE_BY_SERVER_USER
 */
export async function makeCluster(cluster, options) {
    await removeUnfinished(cluster);
    const workshop = await mkdtemp(unfinishedPrefix(cluster));
    try {
        await writeFile(join(workshop, 'password'), options.password, { mode: 0o600 });
        if (options.user !== null)
            await giveTo(options.user, workshop);
        await runInitdb(workshop, options);
        await rename(join(workshop, 'cluster'), cluster);
        if (options.durable)
            await syncDirectory(dirname(cluster));
    }
    finally {
        await rm(workshop, { recursive: true, force: true });
    }
}
const INITDB_DEADLINE_MS = 120_000;
function unfinishedPrefix(cluster) {
    return `${cluster}-unfinished-`;
}
// An initdb whose parent was killed may still be writing there; without its directory it ends.
async function removeUnfinished(cluster) {
    const prefix = basename(unfinishedPrefix(cluster));
    const rubbish = (await readdir(dirname(cluster))).filter((name) => name.startsWith(prefix));
    for (const name of rubbish) {
        const path = join(dirname(cluster), name);
        await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    }
}
async function runInitdb(workshop, options) {
    const result = await runProgram({
        program: options.binaries.initdb,
        args: initdbArguments(workshop, options.durable),
        user: options.user,
        deadlineMs: INITDB_DEADLINE_MS,
    });
    if (result.exitCode === 0)
        return;
    throw explainFailure(result.output, {
        code: 'INITDB_FAILED',
        what: 'The first database could not be made; nothing of it was kept. Start again; if it fails again, the lines below say why.',
    });
}
function initdbArguments(workshop, durable) {
    return [
        `--pgdata=${join(workshop, 'cluster')}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${join(workshop, 'password')}`,
        `--auth=${durable ? 'scram-sha-256' : 'trust'}`,
        '--encoding=UTF8',
        // Postgres' own C.UTF-8, so that order and indexes never depend on the machine's C library.
        // The system's locale of that name is only known on Linux.
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        `--locale=${process.platform === 'linux' ? 'C.UTF-8' : 'C'}`,
        ...(durable ? [] : ['--no-sync']),
    ];
}
// initdb has forced the files to the disk; the new name is forced here.
async function syncDirectory(directory) {
    if (process.platform === 'win32')
        return; // cannot open directories
    const handle = await open(directory, 'r');
    await handle.sync().finally(() => handle.close());
}
//# sourceMappingURL=make-cluster.js.map