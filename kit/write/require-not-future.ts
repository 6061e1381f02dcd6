import { refuse } from '../errors.js';
import { comparePartialDates, type PartialDate } from '../values/partial-date.js';
import { shanghaiDate } from '../values/shanghai-day.js';

/**
 * What is recorded as having happened cannot lie ahead.
 * @throws Refusal BAD_USER_INPUT
 */
export function requireNotFuture(field: string, at: Date, now: Date): Date {
  if (at <= now) return at;
  return refuse('BAD_USER_INPUT', {
    field,
    message: `${field} lies in the future. Record a move when it has happened.`,
  });
}

/**
 * The same for a date, as coarsely as it is stated: this year and this month do not lie ahead.
 * @returns null where it is not given
 * @throws Refusal BAD_USER_INPUT
 */
export function requireNotFutureDate(
  field: string,
  date: PartialDate | null | undefined,
  now: Date,
): PartialDate | null {
  if (date === null || date === undefined) return null;
  if (comparePartialDates(date, shanghaiDate(now)) <= 0) return date;
  return refuse('BAD_USER_INPUT', { field, message: `${field} lies in the future.` });
}
