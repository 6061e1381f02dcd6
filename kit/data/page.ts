import DataLoader from 'dataloader';
import { fillPlaceholders, sql, type Column, type SQL, type SQLWrapper } from 'drizzle-orm';
import { PgDialect, type PgTable } from 'drizzle-orm/pg-core';

import { refuse } from '../errors.js';
import type { Reader } from './reader.js';
import { codeOf } from './retry.js';
import type { Statement } from './statement.js';

/**
 * A list that is read page by page: under many parents at once (every fund's transfers) in one
 * statement. Ordered by `order`, whose last part is unique, so that a page never moves.
 */
export interface PageSpec<Row> {
  /** Unique in the subgraph; a cursor of one list is refused by another. */
  readonly list: string;
  readonly columns: { readonly [Name in keyof Row]: Column };
  readonly from: PgTable;
  /** SQL that says whether a row belongs to the parent `key`; leave out for a list without parent. */
  readonly belongsTo?: (key: SQL) => SQL;
  /** The filter, if any, over named placeholders. */
  readonly where?: SQL;
  /** Non-null expressions, each with its Postgres type; the last is unique. */
  readonly order: readonly { readonly by: SQLWrapper; readonly type: string }[];
  readonly direction?: 'asc' | 'desc';
}

/** What a caller asked of a list. */
export interface PageArguments {
  /** 1 to 100. */
  readonly first: number;
  /** An end cursor of the same list; null: from the start. */
  readonly after?: string | null | undefined;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** One cursor per row. */
  readonly cursors: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  /** Asked only when a client asks; one statement for all parents of the level. */
  readonly countTotal: () => Promise<number>;
}

/** The statements of one list, built once when the module loads. */
export interface PagedList<Row> {
  readonly list: string;
  readonly orderLength: number;
  readonly firstPage: Statement<PageRow<Row>>;
  readonly nextPage: Statement<PageRow<Row>>;
  readonly count: Statement<{ readonly n: number; readonly count: number }>;
}

interface PageRow<Row> {
  readonly n: number;
  readonly order: readonly string[];
  readonly row: Row;
}

/** The most a client may ask for at once. */
export const pageSizeMax = 100;

/** Builds the statements of a paged list. */
export function pagedList<Row>(spec: PageSpec<Row>): PagedList<Row> {
  return {
    list: spec.list,
    orderLength: spec.order.length,
    firstPage: pageStatement(spec, sql`true`),
    nextPage: pageStatement(spec, behindCursor(spec)),
    count: countStatement(spec),
  };
}

/**
 * The page loaders of one operation. Parents asked in one tick with the same arguments become one
 * statement.
 */
export function openPages(reader: Reader) {
  const loaders = new Map<string, DataLoader<string, Page<unknown>>>();
  return {
    /**
     * @param key    the parent's key; '' for a list without parent
     * @param filter a value for each named placeholder of the list; undefined counts as null
     * @throws Refusal BAD_PAGE_SIZE, BAD_CURSOR
     */
    async load<Row>(
      list: PagedList<Row>,
      key: string,
      page: PageArguments,
      filter: Readonly<Record<string, unknown>> = {},
    ): Promise<Page<Row>> {
      const asked = {
        list,
        first: requirePageSize(page.first),
        filter: withNulls(filter),
        after: page.after ?? null,
      };
      const name = nameOf(asked);
      const loader = loaders.get(name) ?? pageLoader(reader, asked);
      loaders.set(name, loader as DataLoader<string, Page<unknown>>);
      return loader.load(key) as Promise<Page<Row>>;
    },
  };
}

export type Pages = ReturnType<typeof openPages>;

interface AskedPage<Row> {
  readonly list: PagedList<Row>;
  readonly first: number;
  readonly after: string | null;
  readonly filter: Readonly<Record<string, unknown>>;
}

const withNulls = (filter: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, value ?? null]));

const nameOf = <Row>({ list, first, after, filter }: AskedPage<Row>): string =>
  JSON.stringify([list.list, first, after, filter], (_, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );

function pageLoader<Row>(reader: Reader, asked: AskedPage<Row>): DataLoader<string, Page<Row>> {
  const { list, first, after, filter } = asked;
  const position = after === null ? null : readCursor(list, after);
  const counts = countLoader(reader, asked);
  return new DataLoader(async (keys) => {
    const values = { ...filter, keys: [...keys], limit: first + 1 };
    const rows =
      position === null
        ? await reader.rows(list.firstPage, values)
        : await rowsBehind(reader, list, { ...values, ...position });
    const rowsOfKey = groupByNumber(rows);
    return keys.map((key, index) => {
      const own = rowsOfKey.get(index + 1) ?? [];
      const shown = own.slice(0, first);
      return {
        rows: shown.map(({ row }) => row),
        cursors: shown.map(({ order }) => writeCursor(list, order)),
        hasNextPage: own.length > first,
        hasPreviousPage: position !== null,
        countTotal: () => counts.load(key),
      };
    });
  });
}

const countLoader = <Row>(reader: Reader, { list, filter }: AskedPage<Row>) =>
  new DataLoader<string, number>(async (keys) => {
    const rows = await reader.rows(list.count, { ...filter, keys: [...keys] });
    const byNumber = new Map(rows.map(({ n, count }) => [n, count]));
    return keys.map((_, index) => byNumber.get(index + 1) ?? 0);
  });

// A cursor that someone wrote by hand may hold a word where the order has an instant.
const unreadableValue = new Set(['22003', '22007', '22008', '22P02']);

async function rowsBehind<Row>(
  reader: Reader,
  { nextPage }: PagedList<Row>,
  values: Readonly<Record<string, unknown>>,
): Promise<PageRow<Row>[]> {
  try {
    return await reader.rows(nextPage, values);
  } catch (error) {
    if (unreadableValue.has(codeOf(error))) return refuseCursor();
    throw error;
  }
}

function groupByNumber<Row>(rows: readonly PageRow<Row>[]): Map<number, PageRow<Row>[]> {
  const groups = new Map<number, PageRow<Row>[]>();
  for (const row of rows) {
    const group = groups.get(row.n);
    if (group) group.push(row);
    else groups.set(row.n, [row]);
  }
  return groups;
}

function requirePageSize(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= pageSizeMax) return first;
  return refuse('BAD_PAGE_SIZE', {
    field: 'first',
    message: `first is ${first}; ask for 1 to ${pageSizeMax} and go on with after.`,
  });
}

// A cursor is the row's place in the order, with the list's name: opaque to clients, and useless
// for any other list.
const writeCursor = <Row>({ list }: PagedList<Row>, order: readonly string[]): string =>
  Buffer.from(JSON.stringify([list, ...order])).toString('base64url');

function readCursor<Row>(list: PagedList<Row>, cursor: string): Record<string, string> {
  const parts = parseCursor(cursor);
  if (parts?.length !== list.orderLength + 1 || parts[0] !== list.list) return refuseCursor();
  return Object.fromEntries(parts.slice(1).map((part, index) => [`after${index}`, part]));
}

const refuseCursor = (): never =>
  refuse('BAD_CURSOR', {
    field: 'after',
    message: 'This cursor is not of this list. Take pageInfo.endCursor of the page before.',
  });

const unstorable = /\0|\p{Surrogate}/u;

// Read strictly: Buffer passes over what is not base64url and puts U+FFFD for what is not UTF-8.
function parseCursor(cursor: string): string[] | null {
  const bytes = Buffer.from(cursor, 'base64url');
  const text = bytes.toString('utf8');
  if (bytes.toString('base64url') !== cursor || !Buffer.from(text).equals(bytes)) return null;
  const parts = parseJson(text);
  const texts = Array.isArray(parts) && parts.every((part) => typeof part === 'string');
  return texts && !parts.some((part: string) => unstorable.test(part)) ? (parts as string[]) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const dialect = new PgDialect();

function pageStatement<Row>(spec: PageSpec<Row>, position: SQL): Statement<PageRow<Row>> {
  const names = Object.keys(spec.columns) as (keyof Row & string)[];
  const columns = names.map((name) => spec.columns[name]);
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
    ) as Row,
  }));
}

const countStatement = <Row>(spec: PageSpec<Row>): Statement<{ n: number; count: number }> =>
  compile(
    sql`
      select k.n::int, counted.total::int
      from unnest(${sql.placeholder('keys')}::text[]) with ordinality as k(key, n)
      cross join lateral (select count(*) as total from ${spec.from} where ${condition(spec)}) as counted`,
    ([n, count]) => ({ n: n as number, count: count as number }),
  );

const condition = <Row>({ belongsTo, where }: PageSpec<Row>): SQL =>
  sql`${belongsTo?.(sql`k.key`) ?? sql`k.key = ''`} and ${where ?? sql`true`}`;

function behindCursor<Row>({ order, direction }: PageSpec<Row>): SQL {
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
