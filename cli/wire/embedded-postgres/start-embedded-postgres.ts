import { access, constants, mkdir, realpath } from 'node:fs/promises';
import { prepareBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { explainSystemError } from './explain-system-error.js';
import { keepRunning } from './keep-running.js';
import type { KeptServer } from './keep-running.js';
import { takeOwnerLock } from './owner-lock.js';
import type { OwnerLock } from './owner-lock.js';
import { chooseServerHome } from './server-home.js';
import type { ServerHome } from './server-home.js';
import { SERVER_HOST } from './server-settings.js';
import type { StopMode } from './stop-server.js';
import { SUPERUSER } from './superuser-password.js';

/**
 * What the embedded Postgres is started with.
 *   .dataDir  linju's data directory; made when missing. The cluster stands in <dataDir>/postgres
 *   .port     of 127.0.0.1; any free one when not given
 *   .durable  default true. False is for tests: nothing is forced to the disk, and everybody on
 *             this machine may log in without a password
 *   .log      told what is being done and what the server reports, a line for a person at a time
 *   .settings further settings of Postgres (postgresql.conf names), which win over linju's own
 */
export interface EmbeddedPostgresOptions {
  readonly dataDir: string;
  readonly port?: number;
  readonly durable?: boolean;
  readonly log: (line: string) => void;
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * A running database server in this process's care. If it dies it is started again, on the same
 * port. This process must stop it: nothing here listens to signals or to the process's exit.
 *   .adminUrl connects as superuser to database `postgres`; holds the password, so never log it
 *   .pid      the server's first process at this moment
 *   .adopted  it was running already, left by a linju that was killed
 *   .dataDir  the cluster's own directory (where PG_VERSION is), links resolved
 */
export interface EmbeddedPostgres extends AsyncDisposable {
  readonly adminUrl: string;
  readonly host: string;
  readonly port: number;
  readonly pid: number;
  readonly adopted: boolean;
  readonly dataDir: string;

  /**
   * Stops the server, waits until it is gone and gives the data directory free. Can be called
   * again. `fast` (the default) writes everything to its place first; `immediate` leaves that to
   * the next start. No committed transaction is lost by either.
   */
  stop(how?: { readonly mode: StopMode }): Promise<void>;
}

/**
 * Starts the embedded Postgres: makes the database on the first start, takes over a server that a
 * killed linju left running, and returns when connections are accepted.
 * @throws EmbeddedPostgresError for everything that can be explained; nothing is left running
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  try {
    const dataDir = await openDataDirectory(options.dataDir);
    const lock = await takeOwnerLock(dataDir);
    return await start(dataDir, lock, options).catch(async (error: unknown) => {
      await lock.release();
      throw error;
    });
  } catch (error) {
    throw explainSystemError(error, options.dataDir);
  }
}

/** Makes the directory where it is missing; returns its absolute path, links resolved. */
async function openDataDirectory(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  await access(dataDir, constants.W_OK | constants.X_OK);
  return realpath(dataDir);
}

async function start(
  dataDir: string,
  lock: OwnerLock,
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { log, port = null, durable = true, settings = {} } = options;
  const home = await chooseServerHome(dataDir);
  if (home.movedBecause !== null) log(home.movedBecause);
  const binaries = await prepareBinaries({ home, log });
  const password = await ensureCluster({ dataDir, home, binaries, durable, log });
  const { cluster, user } = home;
  const program = binaries.postgres;
  const server = await keepRunning({ cluster, program, user, durable, settings, port, log });
  return handleOf({ server, home, lock, password });
}

function handleOf(parts: {
  readonly server: KeptServer;
  readonly home: ServerHome;
  readonly lock: OwnerLock;
  readonly password: string;
}): EmbeddedPostgres {
  const { server, home, lock, password } = parts;
  const stop: EmbeddedPostgres['stop'] = async ({ mode } = { mode: 'fast' }) => {
    await server.stop(mode);
    await lock.release();
  };
  const { port } = server.current();
  return {
    adminUrl: adminUrl(password, port),
    host: SERVER_HOST,
    port,
    get pid() {
      return server.current().pid;
    },
    get adopted() {
      return server.current().adopted;
    },
    dataDir: home.cluster,
    stop,
    [Symbol.asyncDispose]: () => stop(),
  };
}

/** The address for connecting to the server as superuser. */
export function adminUrl(password: string, port: number): string {
  return `postgres://${SUPERUSER}:${password}@${SERVER_HOST}:${port}/postgres`;
}
