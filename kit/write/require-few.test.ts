import { expect, test } from 'vitest';

import { requireFew } from './require-few.js';

test.each([[null], [undefined], [[]]])('%j is an empty list', (items) => {
  expect(requireFew('aliases', items, 2)).toEqual([]);
});

test('a list at its bound passes, one longer is refused with both numbers', () => {
  expect(requireFew('aliases', ['a', 'b'], 2)).toEqual(['a', 'b']);
  expect(() => requireFew('aliases', ['a', 'b', 'c'], 2)).toThrow(
    expect.objectContaining({
      code: 'BAD_USER_INPUT',
      field: 'aliases',
      message: 'aliases takes at most 2 entries; these are 3.',
    }),
  );
});
