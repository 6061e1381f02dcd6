import { refuse } from '../errors.js';
import type { PagedList } from './paged-list.js';

/**
 * Writes a cursor: the row's place in the order, with the list's name. Opaque to clients, and useless for
 * any other list.
 */
export const writeCursor = <Row>({ list }: PagedList<Row>, order: readonly string[]): string =>
  Buffer.from(JSON.stringify([list, ...order])).toString('base64url');

/**
 * Reads a cursor.
 * @returns the values of the list's placeholders `after0`, `after1`, …, still as texts
 * @throws Refusal BAD_CURSOR for one that this list did not write
 */
export function readCursor<Row>(list: PagedList<Row>, cursor: string): Record<string, string> {
  const parts = parseCursor(cursor);
  if (parts?.length !== list.orderLength + 1 || parts[0] !== list.list) return refuseCursor();
  return Object.fromEntries(parts.slice(1).map((part, index) => [`after${index}`, part]));
}

/** @throws Refusal BAD_CURSOR always */
export const refuseCursor = (): never =>
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
