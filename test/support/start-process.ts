import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';

import { onTestFinished } from 'vitest';

import { linjuCommand } from './linju-command.js';
import { killTree } from './process-tree.js';

/** How a process ended: by itself with a code, or by a signal. */
export interface ProcessEnd {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process that a test has started. At the end of its scope it is killed with all below it. */
export interface TestProcess extends AsyncDisposable {
  readonly pid: number;
  /** What it has said so far, standard output and standard error as they came. */
  output(): string;
  /**
   * Waits until it has said something.
   * @throws Error with its output when it ends before
   */
  untilSaid(pattern: RegExp): Promise<RegExpMatchArray>;
  /** The same for anything that can be seen from its output; null: not yet. */
  untilSeen<Seen>(look: (output: string) => Seen | null): Promise<Seen>;
  /** Says a line to it. */
  say(line: string): void;
  signal(signal: NodeJS.Signals): void;
  /** Asks it to end, by SIGTERM, and waits for it. */
  stop(): Promise<ProcessEnd>;
  /** kill -9 of it and of everything below it. */
  kill(): Promise<void>;
  readonly ended: Promise<ProcessEnd>;
}

/** A linju that serves. */
export interface ServingProcess extends TestProcess {
  /** Where it listens, `http://127.0.0.1:4000`. */
  readonly address: string;
}

/** A linju that has ended. */
export interface FinishedProcess extends ProcessEnd {
  readonly output: string;
}

export type Environment = Readonly<Record<string, string>>;

export interface StartOptions {
  /** Who runs it; this process's own user unless said. */
  readonly user?: { readonly uid: number; readonly gid: number };
  /** Words before the command, such as `unshare -n`. */
  readonly within?: readonly string[];
  /** Node's own options, such as `--import`. */
  readonly nodeOptions?: readonly string[];
  /** Another program than linju. */
  readonly command?: readonly string[];
  /** Tests after this one use it too. */
  readonly outlivesTest?: boolean;
}

/**
 * Starts a verb that serves and waits until it says that it is ready. Nothing of this process's own
 * environment reaches it but the path; ports are free ones unless PORT says otherwise.
 * @throws Error with what it said when it ends instead
 */
export async function startLinju(
  words: readonly string[],
  environment: Environment,
  options: StartOptions = {},
): Promise<ServingProcess> {
  const process = spawnLinju(words, { PORT: '0', ...environment }, options);
  try {
    await process.untilSaid(/^linju .*ready/m);
    const [, address = ''] = await process.untilSaid(
      /^(?:linju .*ready at| {2}graph) +(http:\S+:\d+)/m,
    );
    return { ...process, address };
  } catch (error) {
    await process.kill();
    throw error;
  }
}

/** Starts a verb and waits for its end, a minute at most. */
export async function runLinju(
  words: readonly string[],
  environment: Environment = {},
  options: StartOptions = {},
): Promise<FinishedProcess> {
  await using process = spawnLinju(words, environment, options);
  const tooLate = setTimeout(() => void process.kill(), 60_000);
  const end = await process.ended;
  clearTimeout(tooLate);
  return { ...end, output: process.output() };
}

/** What every process of a test has in its environment. */
export const surroundings = (): Environment => ({
  PATH: process.env['PATH'] ?? '',
  HOME: tmpdir(),
  TMPDIR: tmpdir(),
});

/** Starts a verb, or another program, and waits for nothing. */
export function spawnLinju(
  words: readonly string[],
  environment: Environment,
  options: StartOptions = {},
): TestProcess {
  const { user, within = [], nodeOptions = [], command = linjuCommand } = options;
  const [node = '', ...rest] = command;
  const [program = '', ...parts] = [...within, node, ...nodeOptions, ...rest, ...words];
  const child = spawn(program, parts, {
    env: { ...surroundings(), ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
    ...user,
  });
  const process = watch(child, [program, ...parts].join(' '));
  if (!options.outlivesTest) endWithTest(process);
  return process;
}

// A test that runs out of time never comes to the end of its scope.
function endWithTest(process: TestProcess): void {
  try {
    onTestFinished(() => process.kill());
  } catch {
    // Started around the tests: whoever started it ends it.
  }
}

function watch(child: ChildProcess, commandLine: string): TestProcess {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      child.emit('said');
    });
  }
  child.stdin?.on('error', () => undefined);
  // What it said last may arrive after it has ended.
  let isSilent = false;
  const ended = endOf(child);
  void ended.then(() => {
    isSilent = true;
    child.emit('said');
  });
  const pid = child.pid ?? 0;
  const kill = async (): Promise<void> => {
    if (isRunning(child)) await killTree(pid);
    await ended;
  };
  const untilSeen = async <Seen>(look: (output: string) => Seen | null): Promise<Seen> => {
    for (;;) {
      const seen = look(said);
      if (seen !== null) return seen;
      if (isSilent) throw new Error(`${commandLine}\nended, having said:\n${said}`);
      await once(child, 'said');
    }
  };
  return {
    pid,
    output: () => said,
    untilSaid: (pattern) => untilSeen((output) => output.match(pattern)),
    untilSeen,
    say: (line) => void child.stdin?.write(`${line}\n`),
    signal: (signal) => void child.kill(signal),
    stop: async () => {
      child.kill('SIGTERM');
      return ended;
    },
    kill,
    ended,
    [Symbol.asyncDispose]: kill,
  };
}

const isRunning = (child: ChildProcess): boolean =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null;

function endOf(child: ChildProcess): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ exitCode: null, signal: null }));
    // "close" comes after the last word has been read.
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal }));
  });
}
