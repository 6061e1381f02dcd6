// The calendar all values here count in: Gregorian, 1900 to 2199, +08:00 all year.
//
// Plain Date with a fixed offset does this exactly, so no library is taken. Date libraries earn their weight
// with time-zone rules, and a rule set would harm here: tzdata gives Asia/Shanghai summer time in 1986-1991
// and +08:05:43 before 1901, while the domain shows +08:00 throughout. Temporal is not in Node 20.

/** The time zone by name, as a Period carries it; by offset it is {@link SHANGHAI_OFFSET_MS}. */
export const SHANGHAI_TIME_ZONE = 'Asia/Shanghai';

/** Distance of +08:00 from UTC. */
export const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** Length of a day; without summer time each day is as long as any other. */
export const DAY_MS = 24 * 60 * 60 * 1000;

/** First year of the calendar; earlier years in governance data are typing errors. */
export const YEAR_MIN = 1900;

/** Last year of the calendar. */
export const YEAR_MAX = 2199;

/** A day by its numbers; month and day count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Whether such a day exists between 1900 and 2199: 29 February only in leap years. */
export function isCalendarDate({ year, month, day }: CalendarDate): boolean {
  if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12) return false;
  return day >= 1 && day <= daysInMonth(year, month);
}

/** The instant at which a day begins in Shanghai. Months and days past their end run on into the next. */
export function startOfDay({ year, month, day }: CalendarDate): Date {
  return new Date(Date.UTC(year, month - 1, day) - SHANGHAI_OFFSET_MS);
}

/** Whether an instant falls in 1900 to 2199 as Shanghai counts; false for an invalid Date. */
export function isCalendarInstant(instant: Date): boolean {
  return instant >= CALENDAR_START && instant < CALENDAR_END;
}

const CALENDAR_START = startOfDay({ year: YEAR_MIN, month: 1, day: 1 });
const CALENDAR_END = startOfDay({ year: YEAR_MAX + 1, month: 1, day: 1 });

// Day 0 of the next month is the last day of this one.
function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
