import { expect, test } from 'vitest';

import { requireNotFuture, requireNotFutureDate } from './require-not-future.js';

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

test.each(['2024', '2024-09', '2024-09-20', '1949'])('the date %s is not ahead', (date) => {
  expect(requireNotFutureDate('foundedOn', date, now)).toBe(date);
});

test.each(['2025', '2024-10', '2024-09-21'])('the date %s is refused', (date) => {
  expect(() => requireNotFutureDate('foundedOn', date, now)).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'foundedOn' }),
  );
});

test('a day ends in Shanghai, and a date that is left out is null', () => {
  const pastMidnight = new Date('2024-09-20T00:30:00+08:00');
  expect(requireNotFutureDate('foundedOn', '2024-09-20', pastMidnight)).toBe('2024-09-20');
  expect(requireNotFutureDate('foundedOn', undefined, now)).toBeNull();
});
