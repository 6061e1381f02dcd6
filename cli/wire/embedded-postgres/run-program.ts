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
 * What to run: .program an absolute path, .user null for the user of this process, .deadlineMs
 * after which it is killed.
 */
export interface ProgramRun {
  readonly program: string;
  readonly args: readonly string[];
  readonly user: ServerUser | null;
  readonly deadlineMs: number;
}

/**
 * Runs one of the Postgres programs to its end.
 * @returns how it ended; never throws
 */
export async function runProgram(run: ProgramRun): Promise<ProgramResult> {
  try {
    return await runToEnd(run);
  } catch (error) {
    const { message, code = 'UNKNOWN' } = error as NodeJS.ErrnoException;
    return { exitCode: null, output: message, failedToStart: code };
  }
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

// Node reports some failures to start by throwing, some by an event.
function runToEnd(run: ProgramRun): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
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
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, output, failedToStart: null }));
  });
}

// A short list, not all but a few: the rest may hold secrets, and the server's user is another one.
const INHERITED = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LD_LIBRARY_PATH'];

function inheritedEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(INHERITED.map((name) => [name, process.env[name]]));
}
