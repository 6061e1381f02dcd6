import { expect, test } from 'vitest';

import { parseDay, parseOptionalDay, requireDaysInOrder } from './day.js';

test('a whole day is read as it is written', () => {
  expect(parseDay('dueOn', '2024-02-29')).toBe('2024-02-29');
  expect(parseOptionalDay('dueOn', null)).toBeNull();
  expect(parseOptionalDay('dueOn', undefined)).toBeNull();
});

test.each(['2024', '2024-02', '2023-02-29', '2024-2-9', 'today', ''])('%j is no day', (text) => {
  expect(() => parseDay('dueOn', text)).toThrow(/whole day/);
});

test('two days stand in order', () => {
  expect(() => requireDaysInOrder('validTo', '2024-01-01', '2024-01-02')).not.toThrow();
  expect(() => requireDaysInOrder('validTo', null, '2024-01-02')).not.toThrow();
  expect(() => requireDaysInOrder('validTo', '2024-01-01', null)).not.toThrow();
  expect(() => requireDaysInOrder('validTo', '2024-01-01', '2024-01-01')).toThrow(
    expect.objectContaining({ code: 'PERIOD_REFUSED' }),
  );
});
