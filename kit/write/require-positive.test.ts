import { expect, test } from 'vitest';

import { requireNotNegative, requirePositive } from './require-positive.js';

test.each([requirePositive, requireNotNegative])('%o gives null for what is left out', (rule) => {
  expect([rule('seats', null), rule('seats', undefined)]).toEqual([null, null]);
});

test('a positive measure is 1 or more', () => {
  expect(requirePositive('seats', 1)).toBe(1);
  expect(() => requirePositive('seats', 0)).toThrow(
    expect.objectContaining({
      code: 'BAD_USER_INPUT',
      field: 'seats',
      message: 'seats is 1 or more, or left out.',
    }),
  );
});

test('a count that may be zero is not below it', () => {
  expect(requireNotNegative('members', 0)).toBe(0);
  expect(() => requireNotNegative('members', -1)).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'members' }),
  );
});
