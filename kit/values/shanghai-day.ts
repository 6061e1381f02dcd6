import { startOfDay } from './calendar-date.js';
import { formatInstant } from './instant.js';
import { partsOfPartialDate, type PartialDate } from './partial-date.js';

/**
 * The first instant of a date in Shanghai: 00:00 of the day, of the month's first day, of 1 January.
 * @throws ValueError if the text is not a partial date
 */
export function shanghaiMidnight(date: PartialDate): Date {
  const { year, month, day } = partsOfPartialDate(date);
  return startOfDay({ year, month: month ?? 1, day: day ?? 1 });
}

/**
 * The first instant after a date in Shanghai, the open end of its half-open interval. A due date without a
 * time ends here, at 24:00 of its day; "as of 2024-09-20" means before this instant.
 * @throws ValueError if the text is not a partial date
 */
export function shanghaiMidnightAfter(date: PartialDate): Date {
  const { year, month, day } = partsOfPartialDate(date);
  if (month === null) return startOfDay({ year: year + 1, month: 1, day: 1 });
  if (day === null) return startOfDay({ year, month: month + 1, day: 1 });
  return startOfDay({ year, month, day: day + 1 });
}

/**
 * The last stored instant of a date in Shanghai, one millisecond before {@link shanghaiMidnightAfter}. For
 * display only: intervals are half-open and end at the midnight after.
 * @throws ValueError if the text is not a partial date
 */
export function lastInstantOf(date: PartialDate): Date {
  return new Date(shanghaiMidnightAfter(date).getTime() - 1);
}

/**
 * The day, as `YYYY-MM-DD`, on which an instant falls in Shanghai.
 * @throws ValueError on an invalid Date, or a year out of 1900 to 2199
 */
export function shanghaiDate(instant: Date): PartialDate {
  return formatInstant(instant).slice(0, 'YYYY-MM-DD'.length);
}
