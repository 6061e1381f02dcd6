import { spawn } from 'node:child_process';
import type { SpawnOptions } from 'node:child_process';
import { parse } from 'node:path';
import type { ServerUser } from './server-user.js';

/**
 * How a program ended.
 *   .exitCode null when a signal ended it or it never started
 *   .output   everything it wrote, both streams; the reason when it never started
 *   .failedToStart the operating system's code (EACCES, ENOENT); null when it did start
 */
export interface ProgramResult {
  readonly exitCode: number | null;
  readonly output: string;
  readonly failedToStart: string | null;
}

/**
 * Runs one of the Postgres programs to its end.
 * @param run .program absolute path; .user null for the user of this process;
 *            .deadlineMs after which it is killed
 * @returns how it ended; never throws
 */
export function runProgram(run: {
  readonly program: string;
  readonly args: readonly string[];
  readonly user: ServerUser | null;
  readonly deadlineMs: number;
}): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(run.program, run.args, {
      ...surroundingsFor(run.program, run.user),
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: run.deadlineMs,
      killSignal: 'SIGKILL',
    });
    let output = '';
    const collect = (chunk: Buffer): void => void (output += chunk.toString('utf8'));
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('error', (error: NodeJS.ErrnoException) =>
      resolve({ exitCode: null, output: error.message, failedToStart: error.code ?? 'UNKNOWN' }),
    );
    child.once('close', (exitCode) => resolve({ exitCode, output, failedToStart: null }));
  });
}

/**
 * User, directory and environment for a Postgres program: nothing of the caller's locale, time
 * zone or PG* settings reaches it, and it speaks English, since its words are read here.
 */
export function surroundingsFor(program: string, user: ServerUser | null): SpawnOptions {
  return {
    // Not the caller's directory: "nobody" may not be able to enter it, and initdb complains.
    cwd: parse(program).root,
    env: { ...inheritedEnvironment(), LC_ALL: 'C', TZ: 'UTC' },
    ...(user === null ? {} : { uid: user.uid, gid: user.gid }),
  };
}

function inheritedEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(PG|LC_|LANG|TZ$|NODE_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
