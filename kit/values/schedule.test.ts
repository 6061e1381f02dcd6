import { describe, expect, it, test } from 'vitest';

import { durationSeconds } from './duration.js';
import { parseInstant } from './instant.js';
import { scheduleOf, type ScheduleParts } from './schedule.js';
import { ValueError } from './value-error.js';

const dtstart = parseInstant('2024-09-05T09:00:00+08:00');
const later = parseInstant('2024-12-05T09:00:00+08:00');
const invalid = new Date(Number.NaN);
const nothing = {
  dtstart: null,
  duration: null,
  freq: null,
  interval: 1,
  byday: [],
  bymonthday: [],
  until: null,
  exdates: [],
  rdates: [],
};

describe('a schedule', () => {
  test.each<[string, ScheduleParts]>([
    ['nothing stated', {}],
    ['the 5th of each month', { freq: 'MONTHLY', bymonthday: [5] }],
    ['the last day of each month', { freq: 'MONTHLY', bymonthday: [-1] }],
    ['every weekend', { freq: 'WEEKLY', byday: ['SA', 'SU'], duration: 'PT2H' }],
    ['the first Monday and last Friday', { freq: 'MONTHLY', byday: ['1MO', '-1FR', '+2TU'] }],
    ['every second day until December', { dtstart, freq: 'DAILY', interval: 2, until: later }],
    ['one occasion', { dtstart, duration: 'PT3H' }],
    ['an end at its beginning', { dtstart, freq: 'DAILY', until: dtstart }],
    ['dates beside and without a rule', { rdates: [dtstart, later], exdates: [later] }],
  ])('is taken: %s', (_, parts) => {
    expect(scheduleOf(parts)).toEqual({ ...nothing, ...parts });
  });

  test.each<[string, ScheduleParts, string]>([
    ['an invalid start', { dtstart: invalid }, 'dtstart'],
    ['an invalid extra date', { rdates: [dtstart, invalid] }, 'rdates'],
    ['an invalid missing date', { exdates: [invalid] }, 'exdates'],
    ['an end before its beginning', { dtstart: later, freq: 'DAILY', until: dtstart }, 'until'],
    ['an end without a rule', { until: later }, 'until'],
    ['an interval of 0', { freq: 'DAILY', interval: 0 }, 'interval'],
    ['an interval of one and a half', { freq: 'DAILY', interval: 1.5 }, 'interval'],
    ['an interval past a thousand', { freq: 'DAILY', interval: 1001 }, 'interval'],
    ['an interval without a rule', { interval: 2 }, 'interval'],
    ['weekdays without a rule', { byday: ['MO'] }, 'byday'],
    ['a weekday by another name', { freq: 'WEEKLY', byday: ['Mon'] }, 'byday'],
    ['a weekday in lower case', { freq: 'WEEKLY', byday: ['mo'] }, 'byday'],
    ['a numbered weekday of a week', { freq: 'WEEKLY', byday: ['1MO'] }, 'byday'],
    ['a numbered weekday of a day', { freq: 'DAILY', byday: ['1MO'] }, 'byday'],
    ['weekday number 0', { freq: 'MONTHLY', byday: ['0MO'] }, 'byday'],
    ['weekday number 54', { freq: 'YEARLY', byday: ['54MO'] }, 'byday'],
    ['day 0 of a month', { freq: 'MONTHLY', bymonthday: [0] }, 'bymonthday'],
    ['day 32 of a month', { freq: 'MONTHLY', bymonthday: [32] }, 'bymonthday'],
    ['day -32 of a month', { freq: 'MONTHLY', bymonthday: [-32] }, 'bymonthday'],
    ['a day of a month in a week', { freq: 'WEEKLY', bymonthday: [5] }, 'bymonthday'],
    ['days of a month without a rule', { bymonthday: [5] }, 'bymonthday'],
    ['a bad duration', { duration: 'P1M' }, 'duration'],
  ])('is refused, naming the part: %s', (_, parts, named) => {
    expect(() => scheduleOf(parts)).toThrow(ValueError);
    expect(() => scheduleOf(parts)).toThrow(named);
  });
});

describe('a duration', () => {
  test.each([
    ['P1W', 604_800],
    ['P1D', 86_400],
    ['PT1H', 3600],
    ['PT90M', 5400],
    ['PT1H30M', 5400],
    ['PT30M15S', 1815],
    ['PT1H0M1S', 3601],
    ['PT45S', 45],
    ['P2DT6H', 194_400],
    ['P0DT1S', 1],
  ])('%s has %s seconds', (text, seconds) => {
    expect(durationSeconds(text)).toBe(seconds);
  });

  it.each([
    ...[
      '',
      'P',
      'PT',
      'P1DT',
      'P0D',
      'PT0S',
      'P1Y',
      'P1M',
      'P1W2D',
      'PT1.5H',
      '-P1D',
      '+P1D',
      'p1d',
    ],
    ...['P1H', 'PT1D', 'PT1S1M', 'PT1H30S', '1D', 'P1D ', 'P１D', 'P123456D'],
  ])('%j is refused', (text) => {
    expect(() => durationSeconds(text)).toThrow(ValueError);
  });
});
