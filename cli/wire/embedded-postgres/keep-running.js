import { setTimeout as sleep } from 'node:timers/promises';
import { obtainServer } from './obtain-server.js';
import { askToStop, stopServer } from './stop-server.js';
/**
 * Gets a server for the plan and keeps one running on the same port until it is stopped.
 * @throws what obtainServer throws, at the first start only; later failures are logged and tried
 *         again, since their cause (a full disk, say) may pass
 */
export async function keepRunning(plan) {
    const server = await obtainServer(plan);
    return new ServerKeeper({ ...plan, port: server.port }, server);
}
// RUNNING -> (ends by itself) -> REVIVING -> RUNNING
// RUNNING, REVIVING -> (stop) -> STOPPING -> STOPPED
class ServerKeeper {
    constructor(plan, server) {
        this.plan = plan;
        this.server = server;
        this.stopping = new AbortController();
        this.endedAtMs = [];
        this.reviving = Promise.resolve();
        this.stopped = null;
        this.watch();
    }
    current() {
        return this.server;
    }
    stop(mode) {
        this.stopping.abort();
        if (this.stopped === null)
            this.stopped = this.end(mode);
        else if (mode === 'immediate')
            askToStop(this.server.pid, mode);
        return this.stopped;
    }
    // A server that is just being started is waited for: nothing may be left running.
    async end(mode) {
        await this.reviving;
        await stopServer(this.server.pid, mode, this.plan.log);
    }
    watch() {
        void this.server.ended.then((how) => {
            if (this.stopping.signal.aborted)
                return;
            this.plan.log(`the database server ended unexpectedly (${how}); starting it again`);
            this.reviving = this.revive();
        });
    }
    async revive() {
        this.endedAtMs.push(performance.now());
        for (let pauseMs = this.firstPauseMs();; pauseMs = PAUSE_MS_MAX) {
            await sleep(pauseMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
            if (this.stopping.signal.aborted)
                return;
            if (await this.tryToStart())
                return this.watch();
        }
    }
    async tryToStart() {
        try {
            this.server = await obtainServer(this.plan);
            return true;
        }
        catch (error) {
            this.plan.log(`${String(error)}\nTrying again in ${PAUSE_MS_MAX / 1000} s.`);
            return false;
        }
    }
    // The first end within a minute is answered at once, each further one twice as late, so that a
    // server that dies at every start does not keep the machine busy.
    firstPauseMs() {
        const since = performance.now() - CROWDED_WITHIN_MS;
        const recent = this.endedAtMs.filter((endedAtMs) => endedAtMs > since);
        this.endedAtMs.splice(0, this.endedAtMs.length, ...recent);
        return recent.length <= 1 ? 0 : Math.min(PAUSE_MS_MAX, PAUSE_MS * 2 ** (recent.length - 2));
    }
}
const PAUSE_MS = 100;
const PAUSE_MS_MAX = 2_000;
const CROWDED_WITHIN_MS = 60_000;
//# sourceMappingURL=keep-running.js.map