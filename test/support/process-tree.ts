import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

import { isAlive } from '../../cli/wire/embedded-postgres/process-identity.js';

/** The processes below a process at this moment, its children's children included. */
export function descendantsOf(pid: number): readonly number[] {
  const parents = parentOfEach();
  const found: number[] = [];
  for (let level = [pid]; level.length > 0;) {
    level = [...parents].filter(([, parent]) => level.includes(parent)).map(([child]) => child);
    found.push(...level);
  }
  return found;
}

/**
 * kill -9 of a process and everything below it, as a machine that loses its power would do it.
 * Returns when all of them are gone.
 */
export async function killTree(pid: number): Promise<void> {
  // Stopped first, so that it starts nothing new while its children are counted.
  send(pid, 'SIGSTOP');
  await killAll([pid, ...descendantsOf(pid)]);
}

/** kill -9 of these processes. Returns when all of them are gone. */
export async function killAll(pids: readonly number[]): Promise<void> {
  for (const pid of pids) send(pid, 'SIGKILL');
  await untilGone(pids);
}

/** Waits until none of the processes is alive. @throws Error naming those that stay, after 20 s */
export async function untilGone(pids: readonly number[]): Promise<void> {
  for (let waitedMs = 0; waitedMs < 20_000; waitedMs += 20) {
    if (!pids.some(isAlive)) return;
    await wait(20);
  }
  throw new Error(`Processes that do not end: ${pids.filter(isAlive).join(', ')}`);
}

/** A process as the machine knows it. */
export interface SeenProcess {
  readonly pid: number;
  readonly parent: number;
  /** Program and words, with a blank between. */
  readonly commandLine: string;
}

/**
 * The processes whose command line or environment names a path, this one left out. Linux only;
 * elsewhere none.
 */
export function processesNaming(path: string): readonly SeenProcess[] {
  if (process.platform !== 'linux') return [];
  return [...parentOfEach()]
    .filter(([pid]) => pid !== process.pid)
    .map(([pid, parent]) => ({ pid, parent, commandLine: wordsOf(pid, 'cmdline').trim() }))
    .filter(({ pid, commandLine }) => `${commandLine} ${wordsOf(pid, 'environ')}`.includes(path));
}

const wordsOf = (pid: number, file: 'cmdline' | 'environ'): string =>
  readOrEmpty(`/proc/${pid}/${file}`).replaceAll('\0', ' ');

/**
 * The memory that a process and everything below it have for themselves, bytes: the sum of PSS,
 * where a page shared by several counts for each in part. Linux only.
 */
export function residentBytesOf(pid: number): number {
  const kilobytes = [pid, ...descendantsOf(pid)].map((each) => {
    const text = readOrEmpty(`/proc/${each}/smaps_rollup`);
    return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0);
  });
  return kilobytes.reduce((sum, each) => sum + each, 0) * 1024;
}

function parentOfEach(): ReadonlyMap<number, number> {
  return new Map(process.platform === 'linux' ? parentsFromProc() : parentsFromPs());
}

// The second field of stat is the program's name in parentheses and may hold anything.
const parentsFromProc = (): readonly (readonly [number, number])[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), readOrEmpty(`/proc/${name}/stat`)] as const)
    .map(([pid, stat]) => [pid, Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])]);

const parentsFromPs = (): readonly (readonly [number, number])[] =>
  execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([pid = 0, parent = 0]) => [pid, parent]);

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone already.
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
