import DataLoader from 'dataloader';

import type { Reader } from './reader.js';
import type { Statement } from './statement.js';

/** From the keys of one batch to the values of the statement's placeholders. */
export type ValuesOfKeys = (keys: readonly string[]) => Readonly<Record<string, unknown>>;

const asKeys: ValuesOfKeys = (keys) => ({ keys: [...keys] });

/**
 * A loader of one row per key: keys in, one statement, rows out in key order.
 * @param statement takes the keys as `keys`, unless valuesOf says otherwise
 * @param keyOf     the key a row answers
 * @returns a loader that gives null where no row is
 */
export function loadOne<Row>(
  reader: Reader,
  statement: Statement<Row>,
  keyOf: (row: Row) => string,
  valuesOf: ValuesOfKeys = asKeys,
): DataLoader<string, Row | null> {
  return new DataLoader(async (keys) => {
    const rows = await reader.rows(statement, valuesOf(keys));
    const byKey = new Map(rows.map((row) => [keyOf(row), row]));
    return keys.map((key) => byKey.get(key) ?? null);
  });
}

/**
 * A loader of all rows of each key, in the statement's order. Only for what is bounded by nature
 * (the streets of a district); what grows is a page.
 */
export function loadMany<Row>(
  reader: Reader,
  statement: Statement<Row>,
  keyOf: (row: Row) => string,
  valuesOf: ValuesOfKeys = asKeys,
): DataLoader<string, readonly Row[]> {
  return new DataLoader(async (keys) => {
    const rows = await reader.rows(statement, valuesOf(keys));
    const byKey = groupRows(rows, keyOf);
    return keys.map((key) => byKey.get(key) ?? []);
  });
}

function groupRows<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
