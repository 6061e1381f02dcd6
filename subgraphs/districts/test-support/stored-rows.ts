import { systemViewer, type Database, type Statement } from '@linju/kit';

/** How many rows each table of the subgraph holds. */
export type StoredRows = Readonly<Record<string, number>>;

const tables = [
  'city',
  'community',
  'district',
  'estate',
  'facility',
  'functional_area',
  'functional_area_overlap',
  'grid',
  'idempotency',
  'organisation',
  'organisation_identifier',
  'organisation_name',
  'organisation_tier',
  'outbox',
  'policy_instrument',
  'population',
  'provenance',
  'provenance_internal',
  'reported_figure',
  'source',
  'street',
  'transition',
  'transition_internal',
];

const counts = textStatement(
  `select ${tables.map((table) => `(select count(*)::int from districts.${table})`).join(', ')}`,
);

/** Counts the rows of every table that a write may touch. */
export async function storedRows(database: Database): Promise<StoredRows> {
  const [row = []] = await database.reader(systemViewer).rows(counts, {});
  return Object.fromEntries(tables.map((table, index) => [table, Number(row[index])]));
}

/** The tables that changed between two counts, with by how many rows. */
export const grownBy = (before: StoredRows, after: StoredRows): StoredRows =>
  Object.fromEntries(
    tables
      .map((table) => [table, (after[table] ?? 0) - (before[table] ?? 0)] as const)
      .filter(([, rows]) => rows !== 0),
  );

/** A statement of plain SQL without parameters; rows are arrays. */
export function textStatement(text: string): Statement<readonly unknown[]> {
  return { text, parameters: () => [], decode: (values) => values };
}
