import { refuse } from '../errors.js';
import { invariant } from '../invariant.js';
import { writeArray } from './array-text.js';

/**
 * Makes the values of one statement ready for the driver: arrays and JSON become the text the server
 * reads, and no text goes out that would arrive as another. The driver itself writes half a surrogate
 * pair as U+FFFD, and loses its place on the connection when a value of ours makes it throw.
 * @param typings drizzle's word for each value, `json` where the value is the text of a JSON value
 * @throws Refusal BAD_ENCODING for NUL and for halves of surrogate pairs
 * @throws InvariantError for what has no place in a statement (undefined, an invalid date)
 */
export function readyParameters(
  values: readonly unknown[],
  typings: readonly unknown[] = [],
): unknown[] {
  invariant(values.length <= parametersMax, `A statement takes at most ${parametersMax} values.`);
  return values.map((value, index) =>
    typings[index] === 'json' ? readyJson(value) : readyParameter(value),
  );
}

// What the driver lets pass of the protocol's 16-bit count.
const parametersMax = 65_533;

function readyParameter(value: unknown): unknown {
  invariant(value !== undefined, 'A value of the statement is undefined; say null.');
  if (typeof value === 'string') return requireStorable(value);
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  if (value instanceof Date) return requireDate(value);
  if (Array.isArray(value)) return requireStorable(writeArray(value, textOfElement));
  return readyJson(JSON.stringify(value));
}

// JSON.stringify writes whole pairs as they are, and NUL and halves of pairs as escapes: the server
// would stumble over those.
const escapedUnstorable = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/;

function readyJson(text: unknown): unknown {
  if (typeof text !== 'string') return text;
  return escapedUnstorable.test(text) ? refuseUnstorable() : requireStorable(text);
}

function textOfElement(element: unknown): string {
  invariant(element !== undefined, 'An element of an array is undefined; say null.');
  if (element instanceof Date) return requireDate(element).toISOString();
  return typeof element === 'object' ? JSON.stringify(element) : String(element);
}

function requireDate(date: Date): Date {
  invariant(!Number.isNaN(date.getTime()), 'An invalid date cannot be stored.');
  return date;
}

// With the u flag a whole pair is one code point, so that only halves are found.
const unstorable = /\0|\p{Surrogate}/u;

const requireStorable = (text: string): string =>
  unstorable.test(text) ? refuseUnstorable() : text;

const refuseUnstorable = (): never =>
  refuse('BAD_ENCODING', {
    message: 'The text holds characters that cannot be stored (NUL or half of a pair).',
  });
