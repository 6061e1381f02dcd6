import { expect, test } from 'vitest';

import { readyParameters } from './parameters.js';

const at = new Date('2024-09-20T00:00:00.123Z');

test.each([
  ['a text', '清水塘', '清水塘'],
  ['a whole surrogate pair', '𠮷', '𠮷'],
  ['null', null, null],
  ['a number', 1.5, 1.5],
  ['a bigint', 10n ** 18n, 10n ** 18n],
  ['a boolean', true, true],
  ['an instant', at, at],
  ['a list', ['a', null, 1n, false, at], '{"a",NULL,"1","false","2024-09-20T00:00:00.123Z"}'],
  ['a list of JSON values', [{ a: 'b' }], '{"{\\"a\\":\\"b\\"}"}'],
  ['a JSON value', { a: ['"'] }, '{"a":["\\""]}'],
])('%s is made ready for the driver', (_name, value, ready) => {
  expect(readyParameters([value])).toEqual([ready]);
});

test.each([
  ['NUL', 'a\0b'],
  ['the first half of a pair', 'a\ud83d'],
  ['the second half of a pair', '\ude00a'],
  ['NUL in a list', ['a', '\0']],
  ['half a pair in a list', ['\ud83d']],
  ['half a pair in JSON', { a: ['\ud83d'] }],
  ['half a pair in a key of JSON', { '\ud83d': 1 }],
  ['NUL in JSON', { a: '\0' }],
])('%s is refused, never altered', (_name, value) => {
  expect(() => readyParameters([value])).toThrow(
    expect.objectContaining({ code: 'BAD_ENCODING' }) as Error,
  );
});

test('the text of a JSON value is looked into, and only that', () => {
  const escaped = JSON.stringify({ a: '\ud83d' });
  expect(escaped).toBe('{"a":"\\ud83d"}');
  expect(() => readyParameters([escaped], ['json'])).toThrow(/cannot be stored/);
  expect(readyParameters([escaped])).toEqual([escaped]);
  const spelled = JSON.stringify({ a: '\\ud83d and \\u0000' });
  expect(readyParameters([spelled], ['json'])).toEqual([spelled]);
});

test.each([
  ['undefined', undefined],
  ['undefined in a list', ['a', undefined]],
  ['an invalid date', new Date('x')],
  ['an invalid date in a list', [new Date('x')]],
])('%s is a bug of ours', (_name, value) => {
  expect(() => readyParameters([value])).toThrow(
    expect.objectContaining({ name: 'InvariantError' }) as Error,
  );
});

test('more values than the protocol can count are a bug of ours', () => {
  expect(readyParameters(Array(65_533).fill(1))).toHaveLength(65_533);
  expect(() => readyParameters(Array(65_534).fill(1))).toThrow('at most 65533 values');
});
