import { spawn } from 'node:child_process';
import { parse } from 'node:path';
/**
 * Runs one of the Postgres programs to its end.
 * @param run .program absolute path; .user null for the user of this process;
 *            .deadlineMs after which it is killed
 * @returns how it ended; never throws
 */
export function runProgram(run) {
    return new Promise((resolve) => {
        const child = spawn(run.program, run.args, {
            ...surroundingsFor(run.program, run.user),
            stdio: ['ignore', 'pipe', 'pipe'],
            timeout: run.deadlineMs,
            killSignal: 'SIGKILL',
        });
        let output = '';
        const collect = (chunk) => void (output += chunk.toString('utf8'));
        child.stdout?.on('data', collect);
        child.stderr?.on('data', collect);
        child.once('error', (error) => resolve({ exitCode: null, output: error.message, failedToStart: error.code ?? 'UNKNOWN' }));
        child.once('close', (exitCode) => resolve({ exitCode, output, failedToStart: null }));
    });
}
/**
 * User, directory and environment for a Postgres program: nothing of the caller's locale, time
 * zone or PG* settings reaches it, and it speaks English, since its words are read here.
 */
export function surroundingsFor(program, user) {
    return {
        // Not the caller's directory: "nobody" may not be able to enter it, and initdb complains.
        cwd: parse(program).root,
        env: { ...inheritedEnvironment(), LC_ALL: 'C', TZ: 'UTC' },
        ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
    };
}
function inheritedEnvironment() {
    const foreign = /^(PG|LC_|LANG|TZ$|NODE_)/;
    return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
//# sourceMappingURL=run-program.js.map