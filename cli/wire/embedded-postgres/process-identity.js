import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
/**
 * When a process began, as a text that differs for every process that ever had the same number.
 * The unit is the platform's own (clock ticks since boot, or a date); only equality means anything.
 * @returns null when there is no such process, or the platform does not tell
 */
export function processStartedAt(pid) {
    if (process.platform === 'linux')
        return startedAtOnLinux(pid);
    return askPs(pid, 'lstart=');
}
/**
 * The command line a process was started with, words joined by blanks.
 * @returns null when there is no such process, or the platform does not tell
 */
export function commandLineOf(pid) {
    if (process.platform !== 'linux')
        return askPs(pid, 'command=');
    const words = readOrNull(`/proc/${pid}/cmdline`);
    return words === null ? null : words.split('\0').join(' ').trim();
}
/** Whether a process with this number lives, whoever it belongs to. A zombie does not. */
export function isAlive(pid) {
    try {
        process.kill(pid, 0);
    }
    catch (error) {
        return error.code === 'EPERM';
    }
    return process.platform !== 'linux' || statFieldsOf(pid)?.[0] !== 'Z';
}
// The boot's own identifier is added because after a reboot the same pid and tick may come again.
function startedAtOnLinux(pid) {
    const ticks = statFieldsOf(pid)?.[19];
    if (ticks === undefined)
        return null;
    return `${readOrNull('/proc/sys/kernel/random/boot_id')?.trim() ?? ''} ${ticks}`;
}
// Fields of /proc/<pid>/stat from the third (the state) on. The second is the program's name in
// parentheses and may hold anything, so the count starts behind the last parenthesis.
function statFieldsOf(pid) {
    const text = readOrNull(`/proc/${pid}/stat`);
    return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
}
function readOrNull(path) {
    try {
        return readFileSync(path, 'utf8');
    }
    catch {
        return null;
    }
}
function askPs(pid, column) {
    try {
        const answer = execFileSync('ps', ['-o', column, '-p', String(pid)], {
            encoding: 'utf8',
            stdio: ['ignore', 'pipe', 'ignore'],
            // ps prints dates as these two say; two owners must read the same date of one process.
            env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
        });
        return answer.trim() === '' ? null : answer.trim();
    }
    catch {
        return null;
    }
}
//# sourceMappingURL=process-identity.js.map