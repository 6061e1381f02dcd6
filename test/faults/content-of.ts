import postgres, { type Sql } from 'postgres';

/** What is in a database, so that two can be compared. */
export interface Content {
  /** How many rows each table has, `districts.facility: 30`. */
  readonly rows: Readonly<Record<string, number>>;
  /** Every change that the outboxes tell, repeated ones repeated. */
  readonly told: readonly string[];
  /** Every record that has a provenance. */
  readonly sourced: readonly string[];
}

/** Reads the content of the given schemas. */
export async function contentOf(adminUrl: string, schemas: readonly string[]): Promise<Content> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    return {
      rows: await countRows(sql, schemas),
      told: await entitiesIn(sql, schemas, 'outbox'),
      sourced: await entitiesIn(sql, schemas, 'provenance'),
    };
  } finally {
    await sql.end({ timeout: 1 });
  }
}

async function countRows(sql: Sql, schemas: readonly string[]): Promise<Record<string, number>> {
  const tables = await sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname = any(${[...schemas]}) order by 1`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await sql.unsafe(`select count(*)::int as count from ${name}`);
    counts[name] = (row as unknown as { count: number }).count;
  }
  return counts;
}

async function entitiesIn(
  sql: Sql,
  schemas: readonly string[],
  table: 'outbox' | 'provenance',
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const schema of schemas) {
    const rows = await sql<{ entity: string }[]>`
      select entity_type || ' ' || entity_id as entity from ${sql(schema)}.${sql(table)} order by 1`;
    found.push(...rows.map(({ entity }) => `${schema} ${entity}`));
  }
  return found;
}
