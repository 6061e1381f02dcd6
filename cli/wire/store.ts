import { roleOf } from '@linju/kit';
import postgres from 'postgres';

import { inspectEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres/index.js';
import { derivedKey, installationSecret } from './secret.js';
import type { Settings } from './settings.js';

/** The database server this process works with, and how each subgraph logs in. */
export interface Store extends AsyncDisposable {
  /** Named for people, without any password: "embedded Postgres in …" or "Postgres at host". */
  readonly name: string;
  /** A login that may create roles and schemas. */
  readonly adminUrl: string;
  readonly secret: string;
  /** The address under which a subgraph's own role logs in. */
  roleUrl(schema: string): string;
  /** The password that the migration gives to that role. */
  rolePassword(schema: string): string;
  stop(): Promise<void>;
}

export interface OpenStoreOptions {
  /** Work beside a linju that is running already, on its server; else that is refused. */
  readonly joinRunning?: boolean;
}

/**
 * Starts or finds the database server: DATABASE_URL if set, else the embedded one.
 * @throws EmbeddedPostgresError with what to do
 */
export async function openStore(
  settings: Settings,
  log: (line: string) => void,
  { joinRunning = false }: OpenStoreOptions = {},
): Promise<Store> {
  const secret = await installationSecret(settings.dataDir, settings.secret);
  const { name, adminUrl, stop } = await findServer(settings, log, joinRunning);
  return {
    name,
    adminUrl,
    secret,
    roleUrl: (schema) =>
      settings.databaseUrls.get(schema) ??
      withLogin(adminUrl, roleOf(schema), derivedKey(secret, schema)),
    rolePassword: (schema) => {
      const own = settings.databaseUrls.get(schema);
      return own ? decodeURIComponent(new URL(own).password) : derivedKey(secret, schema);
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

interface FoundServer {
  readonly name: string;
  readonly adminUrl: string;
  readonly stop: () => Promise<void>;
}

async function findServer(
  { databaseUrl, dataDir }: Settings,
  log: (line: string) => void,
  joinRunning: boolean,
): Promise<FoundServer> {
  const leaveRunning = async (): Promise<void> => {};
  if (databaseUrl !== null) {
    return {
      name: `Postgres at ${placeOf(databaseUrl)}`,
      adminUrl: databaseUrl,
      stop: leaveRunning,
    };
  }
  const report = joinRunning ? await inspectEmbeddedPostgres({ dataDir }) : null;
  if (report?.owner && report.server?.adminUrl) {
    const adminUrl = await linjuDatabase(report.server.adminUrl);
    return { name: `embedded Postgres in ${report.cluster}`, adminUrl, stop: leaveRunning };
  }
  const server = await startEmbeddedPostgres({ dataDir, log });
  return {
    name: `embedded Postgres in ${server.dataDir}`,
    adminUrl: await linjuDatabase(server.adminUrl),
    stop: () => server.stop(),
  };
}

/** The embedded server's database of ours, made when it is missing. */
async function linjuDatabase(adminUrl: string): Promise<string> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    const [known] = await sql`select 1 from pg_database where datname = 'linju'`;
    if (!known) await sql.unsafe('create database linju');
  } finally {
    await sql.end({ timeout: 5 });
  }
  const url = new URL(adminUrl);
  url.pathname = '/linju';
  return url.href;
}

function withLogin(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.href;
}

const placeOf = (url: string): string => {
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}:${port || '5432'}${pathname}`;
};
