import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './process-identity.js';
/**
 * Asks a server to stop, and returns at once.
 * On Windows, where there are no signals, both modes end it as `immediate` would.
 */
export function askToStop(pid, mode) {
    send(pid, mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
}
/**
 * Stops a server and waits until it is gone, with growing force: asked, told, killed.
 * @param log told when asking was not enough
 */
export async function stopServer(pid, mode, log) {
    for (const step of mode === 'fast' ? [ASK, TELL, KILL] : [TELL, KILL]) {
        send(pid, step.signal);
        if (await isGoneWithin(pid, step.patienceMs))
            return;
        log(`the database server (process ${pid}) has not ended ${step.patienceMs / 1000} s after ${step.signal}`);
    }
}
const ASK = { signal: 'SIGINT', patienceMs: 30_000 };
const TELL = { signal: 'SIGQUIT', patienceMs: 10_000 };
const KILL = { signal: 'SIGKILL', patienceMs: 10_000 };
const LOOK_EVERY_MS = 20;
function send(pid, signal) {
    try {
        process.kill(pid, signal);
    }
    catch {
        // Gone already, or going: the wait that follows finds out.
    }
}
async function isGoneWithin(pid, patienceMs) {
    for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += LOOK_EVERY_MS) {
        if (!isAlive(pid))
            return true;
        await sleep(LOOK_EVERY_MS);
    }
    return !isAlive(pid);
}
//# sourceMappingURL=stop-server.js.map