import postgres from 'postgres';
import { expect } from 'vitest';

/**
 * Holds that every write that was begun stands in the database exactly once and whole (its record,
 * its past, its provenance, its outbox row, its key), under the id that was acknowledged, and that
 * nothing else was written.
 */
export async function expectEachOnce(
  adminUrl: string,
  begun: readonly string[],
  acknowledged: ReadonlyMap<string, string>,
): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  const rows = await sql<{ key: string; id: string; parts: string }[]>`
    select key, result ->> 'id' as id, concat_ws(' ',
      (select count(*) from districts.facility where name = key),
      (select count(*) from districts.facility f where f.id = result ->> 'id' and f.name = key),
      (select count(*) from districts.transition where entity_id = result ->> 'id'),
      (select count(*) from districts.provenance where entity_id = result ->> 'id'),
      (select count(*) from districts.outbox where entity_id = result ->> 'id')) as parts
    from districts.idempotency where command = 'registerFacility'`;
  const [facilities] = await sql<{ count: number }[]>`
    select count(*)::int as count from districts.facility
    where name ~ '^[a-z]{24}$'`;
  await sql.end();

  const stored = new Map(rows.map(({ key, id }) => [key, id]));
  expect([...stored.keys()].sort()).toEqual([...begun].sort());
  expect([...acknowledged].filter(([key, id]) => stored.get(key) !== id)).toEqual([]);
  expect(rows.filter(({ parts }) => parts !== '1 1 1 1 1')).toEqual([]);
  expect(facilities?.count).toBe(begun.length);
}
