import DataLoader from 'dataloader';

import { refuse } from '../errors.js';
import { readCursor, textOfFilter, writeCursor } from './page-cursor.js';
import type { PageRow, PagedList } from './paged-list.js';
import type { Reader } from './reader.js';

/** What a caller asked of a list. */
export interface PageArguments {
  /** 1 to 100. */
  readonly first: number;
  /** An end cursor of the same list, parent and filter; null: from the start. */
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

/** The most a client may ask for at once. */
export const pageSizeMax = 100;

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
      const after = page.after ?? null;
      const asked = {
        list,
        first: requirePageSize(page.first),
        filter: withNulls(filter),
        // A cursor is of one parent, so one that is given to a list under many fits one of them.
        position: after === null ? null : readCursor({ list, key, filter }, after),
      };
      const name = `${asked.first} ${after ?? ''} ${list.list} ${textOfFilter(filter)}`;
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
  /** Behind which place in the order; null: from the start. */
  readonly position: Readonly<Record<string, string>> | null;
  readonly filter: Readonly<Record<string, unknown>>;
}

const withNulls = (filter: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, value ?? null]));

function pageLoader<Row>(reader: Reader, asked: AskedPage<Row>): DataLoader<string, Page<Row>> {
  const { list, first, position, filter } = asked;
  const counts = countLoader(reader, asked);
  return new DataLoader(async (keys) => {
    const values = { ...filter, keys: [...keys], limit: first + 1 };
    const rows =
      position === null
        ? await reader.rows(list.firstPage, values)
        : await reader.rows(list.nextPage, { ...values, ...position });
    const rowsOfKey = groupByNumber(rows);
    return keys.map((key, index) => {
      const own = rowsOfKey.get(index + 1) ?? [];
      const shown = own.slice(0, first);
      return {
        rows: shown.map(({ row }) => row),
        cursors: shown.map(({ order }) => writeCursor({ list, key, filter }, order)),
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
