import { describeReceived } from './describe-received.js';
import { ValueError } from './value-error.js';

// One text per value, for hashes of ledgers and of requests. The rules are RFC 8785 (JSON Canonicalization
// Scheme): no white space, keys in the order of their UTF-16 code units, strings as JSON.stringify writes
// them. Of its numbers only safe integers are taken: hashed data holds no floating point, and with that gone
// nothing of the scheme is difficult, so that a library would not save a line.
//
// JSON has neither big integers nor instants. They are written as objects with one reserved key, and that key
// is refused in the input, so that no plain value can pass for them.

/** Deepest nesting of lists and objects; deeper data is a mistake or an attack. */
export const CANONICAL_DEPTH_MAX = 64;

// With the u flag a pair counts as one code point, so that only halves are found.
const LONE_SURROGATE = /\p{Surrogate}/u;
const INTEGER_TAG = '$integer';
const INSTANT_TAG = '$instant';

/**
 * The one text of a value: equal values, whatever the order of their keys, give the same text, and different
 * values give different texts. A bigint is written `{"$integer":"…"}`, a Date `{"$instant":"…Z"}`. A property
 * that is undefined counts as absent, as in JSON. An instance of a class counts as the object of its fields.
 * @throws ValueError on a fraction, -0, NaN, an infinity, an integer past 2^53 - 1 (send a bigint), a lone
 *         surrogate in a text or key, a reserved key, an invalid Date, undefined on its own or in a list, a
 *         symbol, a function, a Map, Set or other container, and on nesting past 64
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (depth > CANONICAL_DEPTH_MAX) {
    throw new ValueError(
      `Nested deeper than ${CANONICAL_DEPTH_MAX} levels, or in a circle.`,
      value,
    );
  }
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return writeText(value);
  if (typeof value === 'number') return writeNumber(value);
  if (typeof value === 'bigint') return `{"${INTEGER_TAG}":"${value}"}`;
  if (Array.isArray(value)) return writeList(value, depth);
  if (value instanceof Date) return writeInstant(value);
  if (isRecord(value)) return writeObject(value, depth);
  throw new ValueError(`There is no canonical JSON for ${describeReceived(value)}.`, value);
}

function writeText(text: string): string {
  if (!LONE_SURROGATE.test(text)) return JSON.stringify(text);
  throw new ValueError(
    `A text holds half a surrogate pair and is not valid Unicode: ${describeReceived(text)}.`,
    text,
  );
}

function writeNumber(number: number): string {
  if (Number.isSafeInteger(number) && !Object.is(number, -0)) return String(number);
  throw new ValueError(
    `Only safe integers have canonical JSON; received ${describeReceived(number)}. ` +
      'Send a bigint, or a decimal string.',
    number,
  );
}

function writeInstant(instant: Date): string {
  if (!Number.isNaN(instant.getTime())) return `{"${INSTANT_TAG}":"${instant.toISOString()}"}`;
  throw new ValueError('An invalid date has no canonical JSON.', instant);
}

// Array.from also visits the holes of a list, which then are refused like any undefined.
function writeList(list: readonly unknown[], depth: number): string {
  return `[${Array.from(list, (item) => write(item, depth + 1)).join(',')}]`;
}

function writeObject(record: Readonly<Record<string, unknown>>, depth: number): string {
  const members = Object.keys(record)
    .filter((key) => record[key] !== undefined)
    .sort() // by UTF-16 code units, as sort does without a comparison
    .map((key) => `${writeKey(key)}:${write(record[key], depth + 1)}`);
  return `{${members.join(',')}}`;
}

function writeKey(key: string): string {
  if (key !== INTEGER_TAG && key !== INSTANT_TAG) return writeText(key);
  throw new ValueError(`The key ${key} is reserved for integers and instants.`, key);
}

// Maps, sets, buffers, errors and boxed values name themselves otherwise; they keep their content out of
// their keys, and would all look like {}.
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return Object.prototype.toString.call(value) === '[object Object]';
}
