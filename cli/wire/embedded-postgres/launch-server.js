import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { explainFailure } from './explain-failure.js';
import { surroundingsFor } from './run-program.js';
import { serverArguments } from './server-settings.js';
/**
 * Starts a server and waits until it accepts connections.
 * @param port free a moment ago; that another program took it meanwhile is a PORT_TAKEN
 * @throws EmbeddedPostgresError START_FAILED or, where the server's last words are known words,
 *         the code for them
 */
export async function launchServer(plan, port) {
    const child = spawn(plan.program, serverArguments({ ...plan, port }), {
        ...surroundingsFor(plan.program, plan.user),
        stdio: ['ignore', 'ignore', 'pipe'],
        // A group of its own: Ctrl-C in the terminal reaches linju only, which first answers the
        // requests in flight and then stops the server.
        detached: true,
    });
    const ended = endOf(child);
    const lines = createInterface({ input: child.stderr });
    await untilReady({ child, lines, log: plan.log });
    lines.on('line', (line) => relay(line, plan.log));
    return { pid: requirePid(child), port, adopted: false, ended };
}
// Recovery after a crash reads at most max_wal_size of log; minutes mean that something is wrong.
const READY_DEADLINE_MS = 300_000;
function endOf(child) {
    return new Promise((resolve) => {
        child.once('error', (error) => resolve(error.message));
        child.once('exit', (code, signal) => resolve(code === null ? `${signal}` : `exit code ${code}`));
    });
}
async function untilReady(start) {
    const { child, lines, log } = start;
    const said = [];
    const isReady = await new Promise((resolve) => {
        const tooLate = setTimeout(() => {
            said.push(`(not ready after ${READY_DEADLINE_MS / 1000} s, so it was ended)`);
            child.kill('SIGQUIT');
        }, READY_DEADLINE_MS);
        const settle = (outcome) => {
            clearTimeout(tooLate);
            resolve(outcome);
        };
        lines.on('line', (line) => {
            said.push(line);
            if (/recovery in progress|redo in progress/.test(line))
                relay(line, log);
            if (line.includes('ready to accept connections'))
                settle(true);
        });
        lines.once('close', () => settle(false));
        child.once('error', (error) => {
            said.push(error.message);
            settle(false);
        });
    });
    lines.removeAllListeners('line');
    if (!isReady)
        throw startFailed(said);
}
function startFailed(said) {
    return explainFailure(said.join('\n'), {
        code: 'START_FAILED',
        what: 'The database server ended before it accepted connections. The data is untouched; the lines below say what it ran into.',
    });
}
// What every stop says, and what every connection says that is cut by it.
const ROUTINE = /shutdown request|aborting any active transactions|shutting down|database system is shut down|due to administrator command|logical replication launcher/;
function relay(line, log) {
    if (!ROUTINE.test(line))
        log(`postgres: ${line}`);
}
function requirePid(child) {
    if (child.pid === undefined)
        throw startFailed(['(the process has no number)']);
    return child.pid;
}
//# sourceMappingURL=launch-server.js.map