import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { wasStartedWith } from './postmaster-file.js';
import { isAlive } from './process-identity.js';
import { SERVER_HOST, serverArguments } from './server-settings.js';
/**
 * Takes over a server that outlived the linju process that started it, provided it runs just as
 * one started now would: same binaries, same settings, the wanted port, accepting connections.
 * Its messages went with its first owner and are not seen until it is started again.
 * @returns null when it cannot be taken over and should be stopped instead
 */
export async function adoptServer(plan, left) {
    const { pid, port } = left;
    if (!left.isReady || port === null)
        return null;
    if (plan.port !== null && plan.port !== port)
        return null;
    const args = serverArguments({ ...plan, port });
    if (!(await wasStartedWith(plan.cluster, plan.program, args)))
        return null;
    if (!(await answers(port)))
        return null;
    return { pid, port, adopted: true, ended: endOf(pid) };
}
const ANSWER_DEADLINE_MS = 2_000;
const LOOK_EVERY_MS = 250;
function answers(port) {
    return new Promise((resolve) => {
        const socket = connect({ host: SERVER_HOST, port, timeout: ANSWER_DEADLINE_MS });
        const settle = (outcome) => {
            socket.destroy();
            resolve(outcome);
        };
        socket.once('connect', () => settle(true));
        socket.once('timeout', () => settle(false));
        socket.once('error', () => settle(false));
    });
}
// The operating system tells a process about the end of its children only.
async function endOf(pid) {
    while (isAlive(pid))
        await sleep(LOOK_EVERY_MS, undefined, { ref: false });
    return 'it is gone';
}
//# sourceMappingURL=adopt-server.js.map