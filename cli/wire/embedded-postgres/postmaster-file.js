import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { commandLineOf, isAlive } from './process-identity.js';
import { CLUSTER_NAME } from './server-settings.js';
/** Reads postmaster.pid; null when there is none, as after a clean stop. */
export async function findPostmasterFile(cluster) {
    const text = await readFile(pidFile(cluster), 'utf8').catch(() => null);
    if (text === null)
        return null;
    const lines = text.split('\n').map((line) => line.trim());
    const pid = Number(lines[0]);
    if (!Number.isSafeInteger(pid) || pid <= 0)
        return null;
    const port = Number(lines[3]);
    return { pid, port: port > 0 ? port : null, isReady: lines[7] === 'ready' };
}
/** The path of postmaster.pid, for messages and for removing a stale one. */
export function pidFile(cluster) {
    return join(cluster, 'postmaster.pid');
}
/** Looks at the living process behind postmaster.pid; see PostmasterOwnership. */
export async function judgePostmaster(cluster, pid) {
    if (!isAlive(pid))
        return 'GONE';
    const commandLine = commandLineOf(pid);
    if (commandLine === null)
        return isAlive(pid) ? 'FOREIGN' : 'GONE';
    if (!isPostmaster.test(commandLine))
        return 'GONE';
    if (!/ -D /.test(commandLine))
        return 'FOREIGN';
    const paths = [cluster, await realpath(cluster)];
    if (!paths.some((path) => `${commandLine} `.includes(` -D ${path} `)))
        return 'GONE';
    return commandLine.includes(`cluster_name=${CLUSTER_NAME}`) ? 'OURS' : 'FOREIGN';
}
/**
 * Whether the server was started with exactly these words (postmaster.opts keeps them).
 * Then it runs with the same binaries and settings as one that would be started now.
 */
export async function wasStartedWith(cluster, program, args) {
    const words = await readFile(join(cluster, 'postmaster.opts'), 'utf8').catch(() => '');
    return words.trim() === [program, ...args.map((word) => `"${word}"`)].join(' ');
}
// A colon after the name would make it one of a server's other processes ("postgres: writer").
const isPostmaster = /(^|[/\\])(postgres|postmaster)(\.exe)?( |$)/;
//# sourceMappingURL=postmaster-file.js.map