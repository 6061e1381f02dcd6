import { refuse } from '../errors.js';
import { invariant } from '../invariant.js';
import { writeArray } from './array-text.js';

/**
 * Makes the values of one statement ready for the driver: arrays and JSON become the text the server
 * reads, and no text goes out that would arrive as another. The driver itself writes half a surrogate
 * pair as U+FFFD, and loses its place on the connection when a value of ours makes it throw.
 * @throws Refusal BAD_ENCODING for NUL and for halves of surrogate pairs
 * @throws InvariantError for what has no place in a statement (undefined, an invalid date)
 */
export function readyParameters(values: readonly unknown[]): unknown[] {
  invariant(values.length < parametersMax, `A statement takes at most ${parametersMax - 1} values.`);
  return values.map(readyParameter);
}

// What the protocol's 16-bit count can hold.
const parametersMax = 65_535;

function readyParameter(value: unknown): unknown {
  invariant(value !== undefined, 'A value of the statement is undefined; say null.');
  if (typeof value === 'string') return requireStorable(value);
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return requireDate(value);
  if (Array.isArray(value)) return requireStorable(writeArray(value, textOf));
  return jsonText(value);
}

/**
 * The text of a JSON value. JSON would hide NUL and halves of pairs behind escapes, for the server to
 * stumble over.
 * @throws Refusal BAD_ENCODING
 */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, (key, member: unknown) => {
    requireStorable(key);
    return typeof member === 'string' ? requireStorable(member) : member;
  });

function textOf(value: unknown): string {
  invariant(value !== undefined, 'An element of an array is undefined; say null.');
  if (value instanceof Date) return requireDate(value).toISOString();
  return typeof value === 'object' ? jsonText(value) : String(value);
}

function requireDate(date: Date): Date {
  invariant(!Number.isNaN(date.getTime()), 'An invalid date cannot be stored.');
  return date;
}

// With the u flag a whole pair is one code point, so that only halves are found.
const unstorable = /\0|\p{Surrogate}/u;

function requireStorable(text: string): string {
  if (!unstorable.test(text)) return text;
  return refuse('BAD_ENCODING', {
    message: 'The text holds characters that cannot be stored (NUL or half of a pair).',
  });
}
