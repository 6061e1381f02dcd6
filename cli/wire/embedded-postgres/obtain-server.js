import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { adoptServer } from './adopt-server.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { saysPredecessorIsEnding } from './explain-failure.js';
import { findFreePort, requireFreePort } from './free-port.js';
import { launchServer } from './launch-server.js';
import { findPostmasterFile, judgePostmaster, pidFile } from './postmaster-file.js';
import { stopServer } from './stop-server.js';
/**
 * Gets a server for the cluster: one left running by a killed linju if it fits, else a new one.
 * The caller holds the owner lock, so a running server has no living owner.
 * @throws EmbeddedPostgresError DATA_DIRECTORY_IN_USE, PORT_TAKEN, DISK_FULL, START_FAILED,
 *         NOT_READABLE_BY_SERVER_USER, OTHER_MAJOR_VERSION
 */
export async function obtainServer(plan) {
    return (await settleWithPredecessor(plan)) ?? (await launch(plan));
}
async function settleWithPredecessor(plan) {
    const left = await findPostmasterFile(plan.cluster);
    if (left === null)
        return null;
    switch (await judgePostmaster(plan.cluster, left.pid)) {
        case 'GONE':
            // Postgres would take whoever has the number now, or a dead process that its parent has not
            // yet noticed, for a living server. What is left of the real one it knows by the shared
            // memory, so two servers on one cluster stay impossible without the file.
            await rm(pidFile(plan.cluster), { force: true });
            return null;
        case 'FOREIGN':
            throw foreignServer(plan.cluster, left.pid);
        case 'OURS':
            return adoptOrStop(plan, left);
    }
}
async function adoptOrStop(plan, left) {
    const adopted = await adoptServer(plan, left);
    if (adopted !== null) {
        plan.log(`the database server (process ${left.pid}) outlived a killed linju; using it again`);
        return adopted;
    }
    plan.log(`the database server (process ${left.pid}) outlived a killed linju; starting it anew`);
    await stopServer(left.pid, 'fast', plan.log);
    return null;
}
const ATTEMPTS_MAX = 20;
const PAUSE_MS = 500;
async function launch(plan) {
    for (let attempt = 1;; attempt += 1) {
        if (plan.port !== null)
            await requireFreePort(plan.port);
        try {
            return await launchServer(plan, plan.port ?? (await findFreePort()));
        }
        catch (error) {
            if (attempt >= ATTEMPTS_MAX || !passesByItself(error, plan))
                throw error;
            await sleep(PAUSE_MS);
        }
    }
}
// Either another program was quicker to take the free port that was found, or the processes of a
// server that was killed are still on their way out.
function passesByItself(error, plan) {
    if (!(error instanceof EmbeddedPostgresError))
        return false;
    if (error.code === 'PORT_TAKEN')
        return plan.port === null;
    return saysPredecessorIsEnding(error.message);
}
function foreignServer(cluster, pid) {
    return new EmbeddedPostgresError('DATA_DIRECTORY_IN_USE', `A database server that linju did not start (process ${pid}) uses ${cluster}. Stop it (kill -INT ${pid}), or start linju with another directory in LINJU_DATA_DIR. If process ${pid} is no database server, remove ${pidFile(cluster)}.`);
}
//# sourceMappingURL=obtain-server.js.map