import { withAdmin } from '@linju/kit';

import {
  explainSystemError,
  inspectEmbeddedPostgres,
  startEmbeddedPostgres,
} from './embedded-postgres/index.js';
import { loginsOf, type Logins } from './logins.js';
import { installationSecret } from './secret.js';
import type { Settings } from './settings.js';

/** The database server this process works with, and how each subgraph logs in. */
export interface Store extends Logins, AsyncDisposable {
  /** Named for people, without any password: "embedded Postgres in …" or "Postgres at host". */
  readonly name: string;
  /** A login that may create roles and schemas. */
  readonly adminUrl: string;
  readonly secret: string;
  /** Whether nobody else uses the server's roles, so that their passwords may be set anew. */
  readonly ownsRoles: boolean;
  stop(): Promise<void>;
}

export interface OpenStoreOptions {
  /** Work beside a linju that is running already, on its server; else that is refused. */
  readonly joinRunning?: boolean;
}

/**
 * Starts or finds the database server: DATABASE_URL if set, else the embedded one.
 * @param log told what is being done, and after a second what is being waited for
 * @throws EmbeddedPostgresError with what to do; the driver's error when nobody answers
 */
export async function openStore(
  settings: Settings,
  log: (line: string) => void,
  { joinRunning = false }: OpenStoreOptions = {},
): Promise<Store> {
  const { dataDir } = settings;
  const secret = await installationSecret(dataDir, settings.secret).catch((error: unknown) => {
    throw explainSystemError(error, dataDir);
  });
  const { stop, ...server } = await findServer(settings, log, joinRunning);
  return {
    ...server,
    ...loginsOf(settings, server.adminUrl, secret),
    secret,
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

type FoundServer = Pick<Store, 'name' | 'adminUrl' | 'ownsRoles' | 'stop'>;

const leaveRunning = async (): Promise<void> => {};

async function findServer(
  { databaseUrl, dataDir }: Settings,
  log: (line: string) => void,
  joinRunning: boolean,
): Promise<FoundServer> {
  if (databaseUrl !== null) return reachServer(databaseUrl, log);
  const report = joinRunning ? await inspectEmbeddedPostgres({ dataDir }) : null;
  if (report?.owner && report.server?.adminUrl) {
    const adminUrl = await linjuDatabase(report.server.adminUrl);
    const name = `embedded Postgres in ${report.cluster}`;
    return { name, adminUrl, ownsRoles: false, stop: leaveRunning };
  }
  const server = await startEmbeddedPostgres({ dataDir, log });
  try {
    return {
      name: `embedded Postgres in ${server.dataDir}`,
      adminUrl: await linjuDatabase(server.adminUrl),
      ownsRoles: true,
      stop: () => server.stop(),
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

const quietMs = 1_000;

async function reachServer(adminUrl: string, log: (line: string) => void): Promise<FoundServer> {
  const name = `Postgres at ${placeOf(adminUrl)}`;
  const waiting = setTimeout(() => log(`connecting to ${name} …`), quietMs);
  try {
    await withAdmin(adminUrl, (sql) => sql`select`);
  } finally {
    clearTimeout(waiting);
  }
  return { name, adminUrl, ownsRoles: false, stop: leaveRunning };
}

/** The embedded server's database of ours, made when it is missing. */
async function linjuDatabase(adminUrl: string): Promise<string> {
  await withAdmin(adminUrl, async (sql) => {
    const [known] = await sql`select from pg_database where datname = 'linju'`;
    if (!known) await sql.unsafe('create database linju');
  });
  const url = new URL(adminUrl);
  url.pathname = '/linju';
  return url.href;
}

const placeOf = (url: string): string => {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || '5432'}${pathname}`;
};
