import { fillPlaceholders, sql, type Column, type GetColumnData, type SQL } from 'drizzle-orm';
import { PgDialect, type PgTable } from 'drizzle-orm/pg-core';

import { formOf, type OrderForm, type OrderPart } from './order-forms.js';
import type { Statement } from './statement.js';

/**
 * A list that is read page by page: under many parents at once (every fund's transfers) in one
 * statement. Ordered by `order`, whose last part is unique, so that a page never moves.
 */
export interface PageSpec<Columns extends PageColumns> {
  /** Unique in the subgraph; a cursor of one list is refused by another. */
  readonly list: string;
  readonly columns: Columns;
  readonly from: PgTable;
  /** SQL that says whether a row belongs to the parent `key`; leave out for a list without parent. */
  readonly belongsTo?: (key: SQL) => SQL;
  /** The filter, if any, over named placeholders. */
  readonly where?: SQL;
  /** Non-null expressions, each with its Postgres type; the last is unique. */
  readonly order: readonly OrderPart[];
  readonly direction?: 'asc' | 'desc';
}

/** What a row of a list holds, by the names it has in code. */
export type PageColumns = Readonly<Record<string, Column>>;

/** A row as its columns say. */
export type RowOfColumns<Columns extends PageColumns> = {
  readonly [Name in keyof Columns]: GetColumnData<Columns[Name], 'query'>;
};

/** The statements of one list, built once when the module loads. */
export interface PagedList<Row> {
  readonly list: string;
  /** What the parts of a cursor's place look like. */
  readonly orderForms: readonly OrderForm[];
  readonly firstPage: Statement<PageRow<Row>>;
  readonly nextPage: Statement<PageRow<Row>>;
  readonly count: Statement<{ readonly n: number; readonly count: number }>;
}

/** A row with the number of its parent, from 1, and its place in the order. */
export interface PageRow<Row> {
  readonly n: number;
  readonly order: readonly string[];
  readonly row: Row;
}

/** Builds the statements of a paged list. */
export function pagedList<const Columns extends PageColumns>(
  spec: PageSpec<Columns>,
): PagedList<RowOfColumns<Columns>> {
  return {
    list: spec.list,
    orderForms: spec.order.map(formOf),
    firstPage: pageStatement(spec, sql`true`),
    nextPage: pageStatement(spec, behindCursor(spec)),
    count: countStatement(spec),
  };
}

const dialect = new PgDialect();

function pageStatement<Columns extends PageColumns>(
  spec: PageSpec<Columns>,
  position: SQL,
): Statement<PageRow<RowOfColumns<Columns>>> {
  const names = Object.keys(spec.columns);
  const columns = Object.values(spec.columns);
  const direction = sql.raw(spec.direction ?? 'asc');
  const orderNames = spec.order.map((_, index) => sql.raw(`order${index}`));
  const query = sql`
    select k.n::int, ${joined(orderNames.map((name) => sql`page.${name}::text`))}, ${joined(
      columns.map((_, index) => sql.raw(`page.c${index}`)),
    )}
    from unnest(${sql.placeholder('keys')}::text[]) with ordinality as k(key, n)
    cross join lateral (
      select ${joined(spec.order.map(({ by }, index) => sql`${by} as ${orderNames[index]}`))},
        ${joined(columns.map((column, index) => sql`${column} as ${sql.raw(`c${index}`)}`))}
      from ${spec.from}
      where ${condition(spec)} and ${position}
      order by ${joined(spec.order.map(({ by }) => sql`${by} ${direction}`))}
      limit ${sql.placeholder('limit')}::int
    ) as page
    order by k.n, ${joined(orderNames.map((name) => sql`page.${name} ${direction}`))}`;
  const width = spec.order.length;
  return compile(query, (values) => ({
    n: values[0] as number,
    order: values.slice(1, 1 + width) as string[],
    row: Object.fromEntries(
      names.map((name, index) => [name, decoded(columns[index], values[1 + width + index])]),
    ) as RowOfColumns<Columns>,
  }));
}

const countStatement = (spec: PageSpec<PageColumns>): Statement<{ n: number; count: number }> =>
  compile(
    sql`
      select k.n::int, counted.total::int
      from unnest(${sql.placeholder('keys')}::text[]) with ordinality as k(key, n)
      cross join lateral (select count(*) as total from ${spec.from} where ${condition(spec)}) as counted`,
    ([n, count]) => ({ n: n as number, count: count as number }),
  );

const condition = ({ belongsTo, where }: PageSpec<PageColumns>): SQL =>
  sql`${belongsTo?.(sql`k.key`) ?? sql`k.key = ''`} and ${where ?? sql`true`}`;

function behindCursor({ order, direction }: PageSpec<PageColumns>): SQL {
  const place = order.map(
    ({ type }, index) => sql`${sql.placeholder(`after${index}`)}::text::${sql.raw(type)}`,
  );
  return sql`(${joined(order.map(({ by }) => sql`${by}`))}) ${sql.raw(
    direction === 'desc' ? '<' : '>',
  )} (${joined(place)})`;
}

const joined = (parts: readonly SQL[]): SQL => sql.join([...parts], sql`, `);

function compile<Row>(query: SQL, decode: (values: readonly unknown[]) => Row): Statement<Row> {
  const { sql: text, params } = dialect.sqlToQuery(query);
  return { text, parameters: (values) => fillPlaceholders(params, { ...values }), decode };
}

const decoded = (column: Column | undefined, value: unknown): unknown =>
  value === null ? null : column?.mapFromDriverValue(value);

/** The row that a statement or a paged list gives; what resolvers take as their root. */
export type RowOf<Read> =
  Read extends Statement<infer Row> ? Row : Read extends PagedList<infer Row> ? Row : never;
