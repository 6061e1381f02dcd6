import postgres from 'postgres';

import type { TestDatabase } from '../../../test/support/test-database.js';

/** How many rows each table of the subgraph holds, whoever may see them. */
export type StoredRows = Readonly<Record<string, number>>;

/** Counts the rows of every table, as the server's superuser, who stands above row policies. */
export const storedRows = (testDatabase: TestDatabase): Promise<StoredRows> =>
  withAdmin(testDatabase, async (sql) => {
    const tables = await sql`
      select table_name as name from information_schema.tables
      where table_schema = 'partners' and table_name <> 'migration' order by 1`;
    const counts = tables.map(
      ({ name }) => `select '${name}' as name, count(*)::int from partners.${name}`,
    );
    const rows = await sql.unsafe(counts.join(' union all '));
    return Object.fromEntries(rows.map(({ name, count }) => [String(name), Number(count)]));
  });

/** The tables that changed their size, with by how many rows. */
export const grown = (before: StoredRows, after: StoredRows): StoredRows =>
  Object.fromEntries(
    Object.entries(after)
      .map(([table, count]) => [table, count - (before[table] ?? 0)] as const)
      .filter(([, rows]) => rows !== 0),
  );

/** Runs statements as the superuser. */
export async function withAdmin<Result>(
  { adminUrl }: TestDatabase,
  work: (sql: postgres.Sql) => Promise<Result>,
): Promise<Result> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
