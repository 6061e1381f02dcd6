import { expect, test } from 'vitest';

import { requireDay, requireDayIfGiven, requireDaysInOrder } from './require-day.js';

test('a whole day is read as it is written', () => {
  expect(requireDay('dueOn', '2024-02-29')).toBe('2024-02-29');
  expect(requireDayIfGiven('dueOn', null)).toBeNull();
  expect(requireDayIfGiven('dueOn', undefined)).toBeNull();
});

test.each(['2024', '2024-02', '2023-02-29', '2024-2-9', 'today', ''])('%j is no day', (text) => {
  expect(() => requireDay('dueOn', text)).toThrow(/whole day/);
});

test('two days stand in order', () => {
  expect(() => requireDaysInOrder('validTo', '2024-01-01', '2024-01-02')).not.toThrow();
  expect(() => requireDaysInOrder('validTo', null, '2024-01-02')).not.toThrow();
  expect(() => requireDaysInOrder('validTo', '2024-01-01', null)).not.toThrow();
  expect(() => requireDaysInOrder('validTo', '2024-01-01', '2024-01-01')).toThrow(
    expect.objectContaining({ code: 'PERIOD_REFUSED' }),
  );
});
