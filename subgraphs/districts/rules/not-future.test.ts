import { expect, test } from 'vitest';

import { requireNotFuture } from './not-future.js';

const now = new Date('2024-09-20T10:00:00+08:00');

test('an instant before now passes, and so does now', () => {
  const before = new Date('2024-09-20T09:59:59.999+08:00');
  expect(requireNotFuture('effectiveAt', before, now)).toBe(before);
  expect(requireNotFuture('effectiveAt', now, now)).toBe(now);
});

test('a millisecond ahead is refused', () => {
  const ahead = new Date('2024-09-20T10:00:00.001+08:00');
  expect(() => requireNotFuture('effectiveAt', ahead, now)).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'effectiveAt' }),
  );
});
