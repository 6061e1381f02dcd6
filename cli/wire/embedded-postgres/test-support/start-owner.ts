import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { EmbeddedPostgresOptions } from '../start-embedded-postgres.js';
import type { ServerUser } from '../server-user.js';

/** See EmbeddedPostgres. */
export interface ReportedServer {
  readonly adminUrl: string;
  readonly pid: number;
  readonly port: number;
  readonly adopted: boolean;
  readonly dataDir: string;
}

/** What another linju process said of its start: a server, or why there is none. */
export interface OwnerReport {
  readonly server?: ReportedServer;
  readonly refusal?: { readonly code: string; readonly message: string };
  readonly lines: readonly string[];
}

/** The server that a report speaks of; throws what was said when there is none. */
export function serverOf(owner: { readonly report: OwnerReport }): ReportedServer {
  const { server, refusal } = owner.report;
  if (server === undefined) throw new Error(refusal?.message ?? 'no server and no refusal');
  return server;
}

/**
 * Another linju process that started, or tried to start, the embedded Postgres.
 *   .kill ends it as kill -9 does, and returns when it is gone
 *   .stop lets it stop its server and end by itself
 */
export interface OwnerProcess {
  readonly pid: number;
  readonly report: OwnerReport;
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts one and waits for its report. */
export async function startOwner(
  options: Omit<EmbeddedPostgresOptions, 'log'>,
  user?: ServerUser,
): Promise<OwnerProcess> {
  const child = spawnOwner(options, user);
  const [report] = (await once(child, 'message')) as [OwnerReport];
  return {
    pid: child.pid ?? 0,
    report,
    kill: () => endOf(child, () => void child.kill('SIGKILL')),
    stop: () => endOf(child, () => void child.send('stop', () => undefined)),
  };
}

/** Starts one without waiting for anything. */
export function spawnOwner(
  options: Omit<EmbeddedPostgresOptions, 'log'>,
  user?: ServerUser,
): ReturnType<typeof fork> {
  const tsx = createRequire(import.meta.url).resolve('tsx');
  return fork(
    fileURLToPath(new URL('owner-process.ts', import.meta.url)),
    [JSON.stringify(options)],
    {
      execArgv: ['--import', pathToFileURL(tsx).href],
      env: { PATH: process.env['PATH'], HOME: tmpdir(), TMPDIR: tmpdir() },
      ...user,
    },
  );
}

async function endOf(child: ReturnType<typeof fork>, end: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.connected) return;
  const gone = once(child, 'exit');
  end();
  await gone;
}
