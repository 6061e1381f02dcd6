import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { CANONICAL_DEPTH_MAX, canonicalJson } from './canonical-json.js';
import { ValueError } from './value-error.js';

const runs = { seed: 20240920, numRuns: 500 };

test.each([
  ['null', null, 'null'],
  ['booleans', [true, false], '[true,false]'],
  ['integers', [0, -1, 2 ** 53 - 1], '[0,-1,9007199254740991]'],
  ['a bigint', 5n, '{"$integer":"5"}'],
  ['a negative bigint past 64 bits', -(10n ** 20n), '{"$integer":"-100000000000000000000"}'],
  ['an instant', new Date('2024-09-21T00:00:00+08:00'), '{"$instant":"2024-09-20T16:00:00.000Z"}'],
  ['texts, 中文 as it is', 'a"\\/社区😀', '"a\\"\\\\/社区😀"'],
  ['control characters', '\b\t\n\f\r\u000f\u007f\u2028', '"\\b\\t\\n\\f\\r\\u000f\u007f\u2028"'],
  ['empty containers', [{}, [], ''], '[{},[],""]'],
  ['a property that is undefined', { a: undefined, b: 1 }, '{"b":1}'],
  [
    'an object without prototype',
    Object.assign(Object.create(null), { b: 1, a: 2 }),
    '{"a":2,"b":1}',
  ],
  [
    'an instance of a class',
    new (class Input {
      b = 1;
      a = [{ d: 1, c: 2 }];
    })(),
    '{"a":[{"c":2,"d":1}],"b":1}',
  ],
  ['a key named __proto__', JSON.parse('{"__proto__":1,"a":2}'), '{"__proto__":1,"a":2}'],
  ['numbers as keys, as text', { 10: 'a', 9: 'b' }, '{"10":"a","9":"b"}'],
])('%s', (_, value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

it('keys stand in the order of their UTF-16 code units (the example of RFC 8785, 3.2.3)', () => {
  const value = {
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  };
  expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toEqual([
    'One',
    'Carriage Return',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ]);
});

describe('refused', () => {
  const circle: unknown[] = [];
  circle.push(circle);
  test.each([
    ['a fraction', 0.1],
    ['a negative zero', -0],
    ['NaN', Number.NaN],
    ['an infinity', Infinity],
    ['a number past 2^53', 2 ** 53],
    ['1e21', 1e21],
    ['half a surrogate pair', '\ud800'],
    ['the other half', 'a\udc00b'],
    ['half a surrogate pair in a key', { '\ud800': 1 }],
    ['undefined', undefined],
    ['undefined in a list', [undefined]],
    ['a hole in a list', Array(1)],
    ['a symbol', Symbol('a')],
    ['a function', () => 1],
    ['a method', { run: () => 1 }],
    ['a map', new Map([['a', 1]])],
    ['a set', new Set([1])],
    ['bytes', new Uint8Array([1])],
    ['an error', new Error('a')],
    ['a boxed number', Object(1)],
    ['a pattern', /a/],
    ['an invalid date', new Date(Number.NaN)],
    ['a value that would pass for an integer', { $integer: '5' }],
    ['a value that would pass for an instant', { $instant: '2024-09-20T16:00:00.000Z' }],
    ['a circle', circle],
  ])('%s, on its own and nested', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(ValueError);
    expect(() => canonicalJson({ a: [value] })).toThrow(ValueError);
  });

  it('more levels than the greatest depth', () => {
    const nested = (levels: number) =>
      Array.from({ length: levels }).reduce((inner) => [inner], null);
    const deepest = canonicalJson(nested(CANONICAL_DEPTH_MAX));
    expect(deepest).toBe('['.repeat(64) + 'null' + ']'.repeat(64));
    expect(() => canonicalJson(nested(CANONICAL_DEPTH_MAX + 1))).toThrow(ValueError);
    expect(() => canonicalJson(nested(100_000))).toThrow(ValueError);
  });
});

const text = fc.string({ unit: 'binary', maxLength: 8 });
const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>(null, true, false, '', '5', 5, 5n),
    text,
    fc.maxSafeInteger().map((integer) => integer + 0),
    fc.bigInt(),
    fc.date({ noInvalidDate: true }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4 }),
  ),
}));

it('the order of keys never matters', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      expect(canonicalJson(withKeysReversed(value))).toBe(canonicalJson(value));
    }),
    runs,
  );
});

it('two values have one text exactly if they are equal', () => {
  fc.assert(
    fc.property(anyValue, anyValue, (left, right) => {
      expect(canonicalJson(left) === canonicalJson(right)).toBe(isEqual(left, right));
    }),
    { ...runs, numRuns: 2000 },
  );
});

it('the text is JSON that gives the value back', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      expect(isEqual(untagged(JSON.parse(canonicalJson(value))), value)).toBe(true);
    }),
    runs,
  );
});

function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, member]) => [key, withKeysReversed(member)]));
}

function untagged(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(untagged);
  if (value === null || typeof value !== 'object') return value;
  const { $integer, $instant } = value as { $integer?: string; $instant?: string };
  if ($integer !== undefined) return BigInt($integer);
  if ($instant !== undefined) return new Date($instant);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, untagged(member)]));
}

// Equality of its own, so that the test does not rest on the text it judges.
function isEqual(left: unknown, right: unknown): boolean {
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') {
    return left === right;
  }
  if (left instanceof Date || right instanceof Date) {
    return left instanceof Date && right instanceof Date && left.getTime() === right.getTime();
  }
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const [leftKeys, rightKeys] = [Object.keys(left), Object.keys(right)];
  return (
    leftKeys.length === rightKeys.length &&
    leftKeys.every(
      (key) =>
        Object.hasOwn(right, key) &&
        isEqual((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]),
    )
  );
}
