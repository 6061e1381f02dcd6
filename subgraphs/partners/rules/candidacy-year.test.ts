import { expect, test } from 'vitest';

import { candidacyYear } from './candidacy-year.js';

const now = new Date('2024-10-16T12:00:00+08:00');
const begins = new Date('2024-01-01T00:00:00+08:00');

test('a year that is over counts whole', () => {
  expect(candidacyYear(2023, null, now)).toEqual({
    begins: new Date('2023-01-01T00:00:00+08:00'),
    ends: begins,
  });
});

test('the running year counts up to and including now', () => {
  expect(candidacyYear(2024, null, now)).toEqual({ begins, ends: new Date(now.getTime() + 1) });
});

test('an instant cuts the year before it, and not beyond its end', () => {
  const asOf = new Date('2024-07-01T00:00:00+08:00');
  expect(candidacyYear(2024, asOf, now)).toEqual({ begins, ends: asOf });
  expect(candidacyYear(2023, asOf, now).ends).toEqual(begins);
});

test.each([24, 1899, 2200, 20_240, -1, 2024.5])('%d is no year', (year) => {
  expect(() => candidacyYear(year, null, now)).toThrow(
    expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'year' }),
  );
});
