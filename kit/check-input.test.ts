import { expect, test } from 'vitest';

import { checkOptionalText, checkText, checkValue } from './check-input.js';
import { ValueError } from './values/value-error.js';

const refusal = (code: string) => expect.objectContaining({ code, field: 'name' }) as Error;

test.each([
  ['荷塘区社区合伙人', '荷塘区社区合伙人'],
  ['  a  ', 'a'],
  ['\u3000全角\u3000', '全角'],
  ['line\nbreak\tand tab\r\n', 'line\nbreak\tand tab'],
  ['𠮷野家 👩‍👩‍👧', '𠮷野家 👩‍👩‍👧'],
  [`'; drop table x; --`, `'; drop table x; --`],
  ['\u200fعربي', '\u200fعربي'],
  ['x'.repeat(200), 'x'.repeat(200)],
])('the text %j passes', (text, kept) => {
  expect(checkText('name', text)).toBe(kept);
});

test.each(['', '   ', '\u3000', '\n', 'x'.repeat(201)])(
  'the text %j is too short or too long',
  (text) => {
    expect(() => checkText('name', text)).toThrow(refusal('BAD_USER_INPUT'));
  },
);

test.each([
  ['NUL', 'a\0b'],
  ['a bell', 'a\u0007b'],
  ['an escape', 'a\u001b[31mb'],
  ['delete', 'a\u007fb'],
  ['a C1 control character', 'a\u0085b'],
  ['the first half of a pair', 'a\ud83d'],
  ['the second half of a pair', '\ude00a'],
  ['an override of direction', 'photo\u202egpj.exe'],
  ['an isolate', 'a\u2066b\u2069'],
])('%s in a text is refused, never altered', (_name, text) => {
  expect(() => checkText('name', text)).toThrow(refusal('BAD_ENCODING'));
});

test.each(['call 13812345678', '身份证 11010519491231002X', 'a@example.com'])(
  'what points at a person is refused, and not repeated: %s',
  (text) => {
    expect(() => checkText('name', text)).toThrow(refusal('PERSON_DATA_REFUSED'));
    expect(() => checkText('name', text)).not.toThrow(text.split(' ').at(-1)!);
  },
);

test('a limit may be another, for a text that may be left out too', () => {
  expect(checkText('name', 'x'.repeat(1_000), { lengthMax: 1_000 })).toHaveLength(1_000);
  expect(() => checkOptionalText('name', 'abcd', { lengthMax: 3 })).toThrow(
    refusal('BAD_USER_INPUT'),
  );
  expect([checkOptionalText('name', null), checkOptionalText('name', undefined)]).toEqual([
    null,
    null,
  ]);
  expect(() => checkOptionalText('name', '')).toThrow(refusal('BAD_USER_INPUT'));
});

test('a value that is none becomes a refusal that names the field', () => {
  expect(checkValue('name', () => 7)).toBe(7);
  const parse = () => {
    throw new ValueError('Send a whole number.', 'x');
  };
  expect(() => checkValue('name', parse)).toThrow(
    expect.objectContaining({
      code: 'BAD_USER_INPUT',
      field: 'name',
      message: 'Send a whole number.',
    }) as Error,
  );
});

test('any other error of a parser is a bug, and goes on', () => {
  const bug = new TypeError('bug');
  const parse = () => {
    throw bug;
  };
  expect(() => checkValue('name', parse)).toThrow(bug);
});
