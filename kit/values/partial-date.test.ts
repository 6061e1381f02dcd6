import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { comparePartialDates, parsePartialDate, partsOfPartialDate } from './partial-date.js';
import { ValueError } from './value-error.js';

const runs = { seed: 20240920, numRuns: 500 };
const day = fc
  .date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('2199-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString().slice(0, 10));
const partialDate = fc
  .tuple(day, fc.constantFrom(4, 7, 10))
  .map(([text, length]) => text.slice(0, length));

test.each([
  ['2024', { precision: 'YEAR', year: 2024, month: null, day: null }],
  ['2024-07', { precision: 'MONTH', year: 2024, month: 7, day: null }],
  ['2024-07-04', { precision: 'DAY', year: 2024, month: 7, day: 4 }],
  ['2024-02-29', { precision: 'DAY', year: 2024, month: 2, day: 29 }],
  ['2000-02-29', { precision: 'DAY', year: 2000, month: 2, day: 29 }],
  ['1900', { precision: 'YEAR', year: 1900, month: null, day: null }],
  ['2199-12-31', { precision: 'DAY', year: 2199, month: 12, day: 31 }],
])('%s', (text, parts) => {
  expect(parsePartialDate(text)).toBe(text);
  expect(partsOfPartialDate(text)).toEqual(parts);
});

test.each([
  ['29 February of a common year', '2023-02-29'],
  ['29 February of 1900', '1900-02-29'],
  ['30 February', '2024-02-30'],
  ['31 April', '2024-04-31'],
  ['day 0', '2024-01-00'],
  ['day 32', '2024-01-32'],
  ['month 0', '2024-00'],
  ['month 13', '2024-13'],
  ['before 1900', '1899-12-31'],
  ['after 2199', '2200'],
  ['one digit for the month', '2024-7'],
  ['two digits for the year', '24'],
  ['five digits for the year', '02024'],
  ['no hyphens', '20240704'],
  ['slashes', '2024/07/04'],
  ['another order', '04-07-2024'],
  ['Chinese', '2024年7月4日'],
  ['full-width digits', '２０２４'],
  ['a half year', '2024-H1'],
  ['a time behind', '2024-07-04T00:00:00+08:00'],
  ['a blank behind', '2024 '],
  ['a line end behind', '2024-07-04\n'],
  ['nothing', ''],
  ['a number', 2024],
  ['a Date', new Date()],
  ['null', null],
])('%s is refused', (_, received) => {
  expect(() => parsePartialDate(received)).toThrow(ValueError);
});

it('exactly the days of the calendar are days', () => {
  const anyDay = fc.tuple(fc.integer({ min: 1890, max: 2210 }), fc.nat(14), fc.nat(33));
  fc.assert(
    fc.property(anyDay, ([year, month, dayOfMonth]) => {
      const text = `${year}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
      const date = new Date(`${text}T00:00:00Z`);
      const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
      if (isReal && year >= 1900 && year <= 2199) expect(parsePartialDate(text)).toBe(text);
      else expect(() => parsePartialDate(text)).toThrow(ValueError);
    }),
    runs,
  );
});

describe('comparison', () => {
  test.each([
    ['2024', '2025', -1],
    ['2024-07', '2024-06', 1],
    ['2024-07-04', '2024-07-04', 0],
    ['2024', '2024-07-04', 0],
    ['2024-07', '2024-07-04', 0],
    ['2024-06', '2024-07-04', -1],
    ['2023-12-31', '2024', -1],
  ])('%s with %s is %s', (left, right, expected) => {
    expect(comparePartialDates(left, right)).toBe(expected);
    expect(comparePartialDates(right, left)).toBe(0 - expected);
  });

  it('agrees with the order of the texts wherever it tells two dates apart', () => {
    fc.assert(
      fc.property(partialDate, partialDate, (left, right) => {
        const compared = comparePartialDates(left, right);
        if (compared !== 0) expect(compared).toBe(left < right ? -1 : 1);
        else expect(left.startsWith(right) || right.startsWith(left)).toBe(true);
      }),
      runs,
    );
  });

  it('is refused for what is no date', () => {
    expect(() => comparePartialDates('2024', '2024-13')).toThrow(ValueError);
  });
});
