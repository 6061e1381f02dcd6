import { expect, test } from 'vitest';
import { en } from './en.js';
import type { Words } from './words.js';
import { zh } from './zh.js';

const HAN = /\p{Script=Han}/u;

test('every word of ours is said in 中文 and in English', () => {
  for (const text of saidIn(zh)) expect(text).toMatch(HAN);
  const inEnglish = saidIn(en).map((text) => text.replace('邻聚', ''));
  for (const text of inEnglish) expect(text).not.toMatch(HAN);
  expect(saidIn(en).length).toBe(saidIn(zh).length);
});

function saidIn(words: Words): readonly string[] {
  const said = {
    ...words,
    notGraphql: words.notGraphql({ status: 502, contentType: '' }),
    headersRefused: words.headersRefused(''),
    lastTried: words.lastTried(new Date(0)),
  };
  return Object.values(said).flat();
}
