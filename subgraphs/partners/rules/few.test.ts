import { expect, test } from 'vitest';

import { requireFew } from './few.js';

test('a list as long as allowed passes, one longer does not', () => {
  expect(requireFew('honours', ['a', 'b'], 2)).toEqual(['a', 'b']);
  expect(() => requireFew('honours', ['a', 'b', 'c'], 2)).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'honours' }),
  );
});
