import { Column, SQL, fillPlaceholders, is, type SQLWrapper } from 'drizzle-orm';
import { QueryBuilder, type SelectedFields } from 'drizzle-orm/pg-core';
import type { SelectResultFields } from 'drizzle-orm/query-builders/select.types';

/**
 * One SQL text, built once when the module loads and sent prepared, with the way from driver values
 * to a typed row. Statements are values; running one needs a reader or a transaction.
 */
export interface Statement<Row> {
  readonly text: string;
  /** Puts the named values in the order the text wants them. */
  parameters(values: Readonly<Record<string, unknown>>): unknown[];
  /** From the driver's array of one row to its named fields. */
  decode(values: readonly unknown[]): Row;
}

/**
 * Builds a statement with drizzle's select. Name parameters with `sql.placeholder('name')`.
 * @param fields what a row of the result holds: columns, or SQL with `mapWith`
 * @param build  the rest of the select, from its `from` on
 */
export function statement<Fields extends SelectedFields>(
  fields: Fields,
  build: (select: ReturnType<typeof selectFields<Fields>>) => { toSQL(): BuiltQuery },
): Statement<SelectResultFields<Fields>> {
  const query = build(selectFields(fields)).toSQL();
  const readers = Object.entries(fields).map(
    ([name, field]) => [name, decoderOf(field as SQLWrapper)] as const,
  );
  return {
    text: query.sql,
    parameters: (values) => fillPlaceholders(query.params, { ...values }),
    decode: (values) =>
      Object.fromEntries(
        readers.map(([name, read], index) => [name, read(values[index])]),
      ) as SelectResultFields<Fields>,
  };
}

interface BuiltQuery {
  readonly sql: string;
  readonly params: unknown[];
}

const selectFields = <Fields extends SelectedFields>(fields: Fields) =>
  new QueryBuilder().select(fields);

function decoderOf(field: SQLWrapper): (value: unknown) => unknown {
  if (is(field, Column)) return nullable((value) => field.mapFromDriverValue(value));
  const sql = is(field, SQL.Aliased) ? field.sql : field;
  const decoder = (sql as unknown as { decoder?: { mapFromDriverValue(value: unknown): unknown } })
    .decoder;
  return nullable((value) => (decoder ? decoder.mapFromDriverValue(value) : value));
}

const nullable =
  (decode: (value: unknown) => unknown) =>
  (value: unknown): unknown =>
    value === null || value === undefined ? null : decode(value);
