import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { formatInstant, parseInstant } from './instant.js';
import { daysOfPeriod, periodContains, periodOf, periodOfDate } from './period.js';
import {
  lastInstantOf,
  shanghaiDate,
  shanghaiMidnight,
  shanghaiMidnightAfter,
} from './shanghai-day.js';
import { ValueError } from './value-error.js';

const runs = { seed: 20240920, numRuns: 500 };
const at = parseInstant;
const span = (from: string | null, to: string | null) =>
  periodOf({ from: from === null ? null : at(from), to: to === null ? null : at(to) });

describe('a date in Shanghai', () => {
  test.each([
    [
      '2024',
      '2024-01-01T00:00:00+08:00',
      '2025-01-01T00:00:00+08:00',
      '2024-12-31T23:59:59.999+08:00',
    ],
    [
      '2024-02',
      '2024-02-01T00:00:00+08:00',
      '2024-03-01T00:00:00+08:00',
      '2024-02-29T23:59:59.999+08:00',
    ],
    [
      '2024-12',
      '2024-12-01T00:00:00+08:00',
      '2025-01-01T00:00:00+08:00',
      '2024-12-31T23:59:59.999+08:00',
    ],
    [
      '2024-09-20',
      '2024-09-20T00:00:00+08:00',
      '2024-09-21T00:00:00+08:00',
      '2024-09-20T23:59:59.999+08:00',
    ],
    [
      '2023-12-31',
      '2023-12-31T00:00:00+08:00',
      '2024-01-01T00:00:00+08:00',
      '2023-12-31T23:59:59.999+08:00',
    ],
  ])('%s begins, ends, and has its last instant', (date, from, to, last) => {
    expect(formatInstant(shanghaiMidnight(date))).toBe(from);
    expect(formatInstant(shanghaiMidnightAfter(date))).toBe(to);
    expect(formatInstant(lastInstantOf(date))).toBe(last);
    expect(periodOfDate(date)).toEqual({ from: at(from), to: at(to), tz: 'Asia/Shanghai' });
  });

  it('is the one an instant falls in, from midnight to midnight', () => {
    expect(shanghaiDate(at('2024-09-20T15:59:59.999Z'))).toBe('2024-09-20');
    expect(shanghaiDate(at('2024-09-20T16:00:00Z'))).toBe('2024-09-21');
    const instant = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2199-12-30T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, (date) => {
        expect(periodContains(periodOfDate(shanghaiDate(date)), date)).toBe(true);
      }),
      runs,
    );
  });

  it('of the last year still has its end', () => {
    expect(shanghaiMidnightAfter('2199').toISOString()).toBe('2199-12-31T16:00:00.000Z');
  });

  it('is refused where it does not exist', () => {
    expect(() => shanghaiMidnight('2023-02-29')).toThrow(ValueError);
    expect(() => shanghaiMidnightAfter('2024-13')).toThrow(ValueError);
  });
});

describe('a period', () => {
  it('holds its beginning, not its end', () => {
    const day = span('2024-09-20T00:00:00+08:00', '2024-09-21T00:00:00+08:00');
    expect(
      [
        '2024-09-19T23:59:59.999+08:00',
        '2024-09-20T00:00:00+08:00',
        '2024-09-20T23:59:59.999+08:00',
      ]
        .concat('2024-09-21T00:00:00+08:00')
        .map((text) => periodContains(day, at(text))),
    ).toEqual([false, true, true, false]);
  });

  it('without an end goes on, without a beginning has always been', () => {
    const [start, other] = ['2024-09-20T00:00:00+08:00', '2025-01-01T00:00:00+08:00'];
    expect(periodContains(span(start, null), at(other))).toBe(true);
    expect(periodContains(span(other, null), at(start))).toBe(false);
    expect(periodContains(span(null, other), at(start))).toBe(true);
    expect(periodContains(span(null, start), at(start))).toBe(false);
    expect(periodContains(span(null, null), at(start))).toBe(true);
  });

  test.each([
    ['empty', '2024-09-20T00:00:00+08:00', '2024-09-19T16:00:00Z'],
    ['backwards', '2024-09-21T00:00:00+08:00', '2024-09-20T00:00:00+08:00'],
  ])('that is %s is refused', (_, from, to) => {
    expect(() => span(from, to)).toThrow(ValueError);
  });

  it('with an invalid end is refused', () => {
    expect(() => periodOf({ from: new Date(Number.NaN), to: null })).toThrow(ValueError);
    expect(() => periodOf({ from: null, to: new Date(Number.NaN) })).toThrow(ValueError);
  });

  test.each([
    ['September 2024', '2024-09-01T00:00:00+08:00', '2024-10-01T00:00:00+08:00', 30],
    ['October 2024', '2024-10-01T00:00:00+08:00', '2024-11-01T00:00:00+08:00', 31],
    ['4 July to 20 September', '2024-07-04T00:00:00+08:00', '2024-09-20T00:00:00+08:00', 78],
    ['hours within a day', '2024-09-20T08:00:00+08:00', '2024-09-20T20:00:00+08:00', 0],
    ['minutes over midnight', '2024-09-20T23:59:00+08:00', '2024-09-21T00:01:00+08:00', 1],
    ['a week of an odd hour', '2024-07-10T15:00:00+08:00', '2024-07-17T09:00:00+08:00', 7],
    ['the summer of 1988', '1988-04-01T00:00:00+08:00', '1988-05-01T00:00:00+08:00', 30],
    ['without beginning', null, '2024-10-01T00:00:00+08:00', null],
    ['without end', '2024-09-01T00:00:00+08:00', null, null],
  ])('%s has so many days', (_, from, to, days) => {
    expect(daysOfPeriod(span(from, to))).toBe(days);
  });
});
