import { isCalendarDate, type CalendarDate } from './calendar-date.js';
import { describeReceived } from './describe-received.js';
import { ValueError } from './value-error.js';

/**
 * A date as coarsely as its source states it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, a real day between 1900 and
 * 2199. A source that says "2024" is not made to say "2024-01-01". Checked by {@link parsePartialDate}.
 */
export type PartialDate = string;

/** How much of a PartialDate is stated. */
export type DatePrecision = 'YEAR' | 'MONTH' | 'DAY';

/** A PartialDate by its numbers; month and day are null where they are not stated. */
export interface PartialDateParts {
  readonly precision: DatePrecision;
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

const PARTIAL_DATE = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/;

/**
 * Reads a partial date; the text itself is the value.
 * @throws ValueError on another form, a day or month that does not exist, or a year out of 1900 to 2199
 */
export function parsePartialDate(text: unknown): PartialDate {
  if (typeof text === 'string' && findParts(text)) return text;
  throw new ValueError(
    'A partial date is a real YYYY, YYYY-MM or YYYY-MM-DD from 1900 to 2199, such as "2024-07"; ' +
      `received ${describeReceived(text)}.`,
    text,
  );
}

/**
 * Takes a partial date apart.
 * @throws ValueError as {@link parsePartialDate} does
 */
export function partsOfPartialDate(date: PartialDate): PartialDateParts {
  return findParts(parsePartialDate(date))!;
}

/**
 * Compares two dates as far as both are stated.
 * @returns -1 if the left is earlier, 1 if it is later, 0 if they agree as far as the coarser one goes: then
 *          they may be the same day, or not ("2024" and "2024-07-04" give 0). Since that 0 is not equality,
 *          this does not sort a list; the texts themselves do, coarse before fine.
 * @throws ValueError as {@link parsePartialDate} does
 */
export function comparePartialDates(left: PartialDate, right: PartialDate): -1 | 0 | 1 {
  const length = Math.min(parsePartialDate(left).length, parsePartialDate(right).length);
  const [leftShared, rightShared] = [left.slice(0, length), right.slice(0, length)];
  if (leftShared === rightShared) return 0;
  return leftShared < rightShared ? -1 : 1;
}

function findParts(text: string): PartialDateParts | null {
  const [, year, month, day] = PARTIAL_DATE.exec(text) ?? [];
  if (!year) return null;
  const first: CalendarDate = {
    year: Number(year),
    month: Number(month ?? 1),
    day: Number(day ?? 1),
  };
  if (!isCalendarDate(first)) return null;
  if (!month) return { precision: 'YEAR', year: first.year, month: null, day: null };
  if (!day) return { precision: 'MONTH', year: first.year, month: first.month, day: null };
  return { precision: 'DAY', ...first };
}
