import fc from 'fast-check';
import { expect, it, test } from 'vitest';

import { formatInstant, parseInstant } from './instant.js';
import { ValueError } from './value-error.js';

const runs = { seed: 20240920, numRuns: 500 };
const FIRST = new Date('1899-12-31T16:00:00.000Z');
const LAST = new Date('2199-12-31T15:59:59.999Z');
const instant = fc.date({ min: FIRST, max: LAST, noInvalidDate: true });

test.each([
  ['2024-09-21T00:00:00+08:00', '2024-09-20T16:00:00.000Z'],
  ['2024-09-20T16:00:00Z', '2024-09-20T16:00:00.000Z'],
  ['2024-09-20T16:00:00+00:00', '2024-09-20T16:00:00.000Z'],
  ['2024-09-20T16:00:00-00:00', '2024-09-20T16:00:00.000Z'],
  ['2024-09-20T11:00:00.5-05:00', '2024-09-20T16:00:00.500Z'],
  ['2024-09-20T21:30:00.25+05:30', '2024-09-20T16:00:00.250Z'],
  ['2024-09-20T16:00:00.123Z', '2024-09-20T16:00:00.123Z'],
  ['2024-09-20t16:00:00z', '2024-09-20T16:00:00.000Z'],
  ['2024-02-29T23:59:59+08:00', '2024-02-29T15:59:59.000Z'],
  ['1900-01-01T00:00:00+08:00', FIRST.toISOString()],
  ['2199-12-31T23:59:59.999+08:00', LAST.toISOString()],
])('%s is read', (text, utc) => {
  expect(parseInstant(text).toISOString()).toBe(utc);
});

test.each([
  ['no offset', '2024-09-21T00:00:00'],
  ['no time', '2024-09-21'],
  ['no seconds', '2024-09-21T00:00+08:00'],
  ['24:00', '2024-09-20T24:00:00+08:00'],
  ['minute 60', '2024-09-20T23:60:00+08:00'],
  ['a leap second', '2016-12-31T23:59:60Z'],
  ['30 February', '2024-02-30T00:00:00+08:00'],
  ['29 February of a common year', '2023-02-29T00:00:00+08:00'],
  ['month 13', '2024-13-01T00:00:00+08:00'],
  ['1899', '1899-12-31T23:59:59+08:00'],
  ['2200', '2200-01-01T00:00:00+08:00'],
  ['1899 as Shanghai counts', '1900-01-01T00:00:00+14:00'],
  ['2200 as Shanghai counts', '2199-12-31T23:00:00Z'],
  ['year 0', '0000-01-01T00:00:00Z'],
  ['six digits of year', '+002024-09-21T00:00:00Z'],
  ['four digits of fraction', '2024-09-21T00:00:00.0000+08:00'],
  ['a microsecond', '2024-09-21T00:00:00.000001+08:00'],
  ['a fraction of none', '2024-09-21T00:00:00.+08:00'],
  ['a comma', '2024-09-21T00:00:00,5+08:00'],
  ['a blank for the T', '2024-09-21 00:00:00+08:00'],
  ['an offset without colon', '2024-09-21T00:00:00+0800'],
  ['an offset of hours', '2024-09-21T00:00:00+08'],
  ['an offset of 24 hours', '2024-09-21T00:00:00+24:00'],
  ['an offset of 60 minutes', '2024-09-21T00:00:00+07:60'],
  ['an offset with a bar for its sign', '2024-09-21T00:00:00|08:00'],
  ['an offset decoded from a URL', '2024-09-21T00:00:00 08:00'],
  ['a zone name', '2024-09-21T00:00:00+08:00[Asia/Shanghai]'],
  ['a true minus sign', '2024-09-21T00:00:00−08:00'],
  ['full-width digits', '２０２４-09-21T00:00:00+08:00'],
  ['a blank before', ' 2024-09-21T00:00:00+08:00'],
  ['a line end behind', '2024-09-21T00:00:00+08:00\n'],
  ['nothing', ''],
  ['milliseconds since 1970', 1726848000000],
  ['a Date', new Date(0)],
  ['null', null],
])('%s is refused', (_, received) => {
  expect(() => parseInstant(received)).toThrow(ValueError);
});

test.each([
  ['2024-09-20T16:00:00.000Z', '2024-09-21T00:00:00+08:00'],
  ['2024-09-20T16:00:00.500Z', '2024-09-21T00:00:00.500+08:00'],
  ['2024-09-20T16:00:00.001Z', '2024-09-21T00:00:00.001+08:00'],
  ['1988-07-01T00:00:00.000Z', '1988-07-01T08:00:00+08:00'],
  ['1900-01-01T00:00:00.000Z', '1900-01-01T08:00:00+08:00'],
  [FIRST.toISOString(), '1900-01-01T00:00:00+08:00'],
  [LAST.toISOString(), '2199-12-31T23:59:59.999+08:00'],
])('%s is written %s, also where tzdata knows summer time', (utc, text) => {
  expect(formatInstant(new Date(utc))).toBe(text);
});

test.each([
  ['an invalid Date', new Date(Number.NaN)],
  ['a millisecond too early', new Date(FIRST.getTime() - 1)],
  ['a millisecond too late', new Date(LAST.getTime() + 1)],
])('%s is not written', (_, date) => {
  expect(() => formatInstant(date)).toThrow(ValueError);
});

it('every instant survives writing and reading', () => {
  fc.assert(
    fc.property(instant, (date) => {
      expect(parseInstant(formatInstant(date))).toEqual(date);
    }),
    runs,
  );
});

it('one instant has one text, whatever offset it came with', () => {
  const offsetMinutes = fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 });
  const inner = fc.date({
    min: new Date('1901-01-01T00:00:00Z'),
    max: new Date('2199-01-01T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(inner, offsetMinutes, (date, minutes) => {
      const local = new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, -1);
      const distance = Math.abs(minutes);
      const [hour, minute] = [Math.floor(distance / 60), distance % 60].map((number) =>
        String(number).padStart(2, '0'),
      );
      const text = `${local}${minutes < 0 ? '-' : '+'}${hour}:${minute}`;
      expect(formatInstant(parseInstant(text))).toBe(formatInstant(date));
    }),
    runs,
  );
});
