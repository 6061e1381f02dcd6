import { expect, test } from 'vitest';

import { readArray, writeArray } from './array-text.js';

const asText = (element: string): string => element;

test.each([
  ['{}', []],
  ['{a}', ['a']],
  ['{a,b c}', ['a', 'b c']],
  ['{NULL,"NULL",null}', [null, 'NULL', 'null']],
  ['{"","a,b","{","}","\\"","\\\\"}', ['', 'a,b', '{', '}', '"', '\\']],
  ['{中文,"a\nb"}', ['中文', 'a\nb']],
  [
    '{{a,b},{c,NULL}}',
    [
      ['a', 'b'],
      ['c', null],
    ],
  ],
  ['[0:1]={a,b}', ['a', 'b']],
])('the array %s is read', (text, elements) => {
  expect(readArray(text, asText)).toEqual(elements);
});

test.each(['', '{', '{a', '{"a}', '{a{b}}', 'a,b', '{,}'])('the text %j is no array', (text) => {
  expect(() => readArray(text, asText)).toThrow('not the text of a Postgres array');
});

test('what is written is quoted, but for nulls', () => {
  const elements = ['a', '', 'NULL', null, 'x,"y"\\{z}', ['中文', null]];
  expect(writeArray(elements, String)).toBe(
    '{"a","","NULL",NULL,"x,\\"y\\"\\\\{z}",{"中文",NULL}}',
  );
});

test('a very long element is read without running out of stack', () => {
  const long = '"\\'.repeat(300_000);
  expect(readArray(writeArray([long], String), asText)).toEqual([long]);
});
