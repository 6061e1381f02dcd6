import { setTimeout as wait } from 'node:timers/promises';

import postgres, { type Sql } from 'postgres';

import { inspectEmbeddedPostgres } from '../../cli/wire/embedded-postgres/index.js';

/** The address of linju's database in a data directory's server; null while none runs. */
export async function findAdminUrl(dataDir: string): Promise<string | null> {
  const report = await inspectEmbeddedPostgres({ dataDir }).catch(() => null);
  if (!report?.server?.adminUrl) return null;
  const url = new URL(report.server.adminUrl);
  url.pathname = '/linju';
  return url.href;
}

/**
 * Waits until a role writes: has a transaction open that has changed something.
 * @param isOver asked now and then; true ends the waiting
 */
export async function untilRoleWrites(
  dataDir: string,
  role: string,
  isOver: () => boolean,
): Promise<void> {
  let sql: Sql | null = null;
  while (!isOver()) {
    sql ??= await connect(dataDir);
    try {
      if (sql && (await isWriting(sql, role))) break;
    } catch {
      // Not there yet, or not there any more.
      await sql?.end({ timeout: 0 });
      sql = null;
    }
    await wait(10);
  }
  await sql?.end({ timeout: 1 });
}

async function isWriting(sql: Sql, role: string): Promise<boolean> {
  const open = await sql`
    select 1 from pg_stat_activity where usename = ${role} and backend_xid is not null`;
  return open.length > 0;
}

async function connect(dataDir: string): Promise<Sql | null> {
  const url = await findAdminUrl(dataDir);
  return url === null ? null : postgres(url, { max: 1, onnotice: () => {} });
}
