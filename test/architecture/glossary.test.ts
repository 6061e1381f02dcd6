import { expect, test } from 'vitest';

import { readGlossary, segmentsOf } from './glossary.js';

const glossary = readGlossary();

test('the glossary’s tables are read: words, values, what is not said, what is never said', () => {
  expect([...glossary.words]).toEqual(expect.arrayContaining(['Fund', 'asOf', 'subgraph', 'Unit']));
  expect(glossary.values.get('Coverage')).toEqual(new Set(['NONE', 'PARTIAL', 'FULL']));
  expect(glossary.instead.get('postcode')).toBe('AdminCode');
  expect(glossary.never.get('center')).toBe('centre');
});

test('a word that is right for one thing is not refused for being wrong for another', () => {
  expect([...glossary.instead.keys()].filter((word) => glossary.words.has(word))).toEqual([]);
});

test.each([
  ['amountFen', ['amount', 'fen']],
  ['AMOUNT_FEN', ['amount', 'fen']],
  ['fund-by-id', ['fund', 'by', 'id']],
  ['SQLStatement', ['sql', 'statement']],
  ['areaM2', ['area', 'm2']],
])('%s is made of %j', (name, segments) => expect(segmentsOf(name)).toEqual(segments));
