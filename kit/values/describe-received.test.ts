import { expect, it, test } from 'vitest';

import { describeReceived } from './describe-received.js';

test.each([
  ['a text', 'abc', 'the text "abc"'],
  ['an empty text', '', 'the text ""'],
  ['quotes and control characters', 'a"b\n\0', String.raw`the text "a\"b\n\u0000"`],
  ['half a surrogate pair', '\ud800', String.raw`the text "\ud800"`],
  ['a fraction', 1.5, 'the number 1.5'],
  ['a negative zero', -0, 'the number -0'],
  ['not a number', Number.NaN, 'the number NaN'],
  ['a bigint', 5n, 'the integer 5'],
  ['a boolean', true, 'the boolean true'],
  ['null', null, 'null'],
  ['undefined', undefined, 'nothing'],
  ['a list, but nothing in it', ['secret'], 'a list'],
  ['an object, but nothing in it', { secret: 1 }, 'a value of type object'],
  ['a date', new Date(Number.NaN), 'a date'],
  ['a symbol', Symbol('secret'), 'a value of type symbol'],
])('%s', (_, value, words) => {
  expect(describeReceived(value)).toBe(words);
});

it('a long text is cut', () => {
  expect(describeReceived('x'.repeat(5_000_000))).toBe(`the text "${'x'.repeat(40)}…"`);
  expect(describeReceived(10n ** 1000n).length).toBeLessThan(60);
});
