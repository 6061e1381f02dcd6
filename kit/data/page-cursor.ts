import { createHash } from 'node:crypto';

import { refuse } from '../errors.js';
import type { PagedList } from './paged-list.js';

/** Which rows a page is of: those of one list, under one parent, that pass one filter. */
export interface CursorScope {
  readonly list: PagedList<unknown>;
  /** The parent's key; '' for a list without parent. */
  readonly key: string;
  readonly filter: Readonly<Record<string, unknown>>;
}

/**
 * Writes the cursor of a row: its place in the order, behind a mark of what it is a place in. Opaque to
 * clients, and useless for any other list, parent or filter.
 */
export const writeCursor = (scope: CursorScope, order: readonly string[]): string =>
  Buffer.from(JSON.stringify([markOf(scope), ...order])).toString('base64url');

/**
 * Reads a cursor.
 * @returns the values of the list's placeholders `after0`, `after1`, …, still as texts
 * @throws Refusal BAD_CURSOR for one that was not written for this scope
 */
export function readCursor(scope: CursorScope, cursor: string): Readonly<Record<string, string>> {
  const [mark, ...order] = parseCursor(cursor) ?? [];
  const { orderForms } = scope.list;
  const fits =
    order.length === orderForms.length &&
    mark === markOf(scope) &&
    order.every((part, index) => orderForms[index]?.(part));
  return fits
    ? Object.fromEntries(order.map((part, index) => [`after${index}`, part]))
    : refuseCursor();
}

/**
 * One text for one filter, in whatever order its values stand; those without a value filter nothing.
 * Fen, which JSON does not know, are `1n`.
 */
export const textOfFilter = (filter: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(
    Object.entries(filter)
      .filter(([, value]) => value !== null && value !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
    (_, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value),
  );

// 72 bits: a cursor of another list that passed by chance would show a wrong place, and nothing else.
const markOf = ({ list, key, filter }: CursorScope): string =>
  createHash('sha256')
    .update(JSON.stringify([list.list, key, textOfFilter(filter)]))
    .digest('base64url')
    .slice(0, 12);

const refuseCursor = (): never =>
  refuse('BAD_CURSOR', {
    field: 'after',
    message:
      'This cursor is not of this list, of this parent and with this filter. ' +
      'Take pageInfo.endCursor of the page before and leave the other arguments as they were.',
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
