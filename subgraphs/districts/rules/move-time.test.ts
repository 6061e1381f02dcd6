import { expect, test } from 'vitest';

import { requireMoveTime } from './move-time.js';

const lastMoveAt = new Date('2024-09-01T00:00:00+08:00');
const now = new Date('2024-09-20T10:00:00+08:00');

test.each([
  ['at the last move', lastMoveAt],
  ['between the last move and now', new Date('2024-09-10T00:00:00+08:00')],
  ['now', now],
])('a move may take effect %s', (_, at) => {
  expect(requireMoveTime('effectiveAt', at, { lastMoveAt, now })).toBe(at);
});

test.each([
  ['before the last move', new Date(lastMoveAt.getTime() - 1), 'before the last move'],
  ['ahead of now', new Date(now.getTime() + 1), 'in the future'],
])('a move %s is refused', (_, at, message) => {
  expect(() => requireMoveTime('effectiveAt', at, { lastMoveAt, now })).toThrow(
    expect.objectContaining({
      code: 'BAD_USER_INPUT',
      field: 'effectiveAt',
      message: expect.stringContaining(message),
    }),
  );
});

test('a record without a past takes any instant up to now', () => {
  const long = new Date('1990-01-01T00:00:00+08:00');
  expect(requireMoveTime('effectiveAt', long, { lastMoveAt: null, now })).toBe(long);
});
