import { DAY_MS, SHANGHAI_TIME_ZONE } from './calendar-date.js';
import { describeReceived } from './describe-received.js';
import type { PartialDate } from './partial-date.js';
import { shanghaiDate, shanghaiMidnight, shanghaiMidnightAfter } from './shanghai-day.js';
import { ValueError } from './value-error.js';

/**
 * A half-open span of time [from, to): `from` belongs to it, `to` does not, so that months join without gap
 * or overlap. Days in it are days in Shanghai.
 */
export interface Period {
  /** Null: since ever, or since a time that is not known. */
  readonly from: Date | null;
  /** Null: without end, or until now. */
  readonly to: Date | null;
  readonly tz: typeof SHANGHAI_TIME_ZONE;
}

/**
 * Makes a period.
 * @throws ValueError if an end is an invalid Date, or if `from` is not before `to`
 */
export function periodOf({ from, to }: Pick<Period, 'from' | 'to'>): Period {
  requireInstant(from);
  requireInstant(to);
  if (from && to && from >= to) {
    throw new ValueError('A period begins before it ends: send `from` earlier than `to`.', {
      from,
      to,
    });
  }
  return { from, to, tz: SHANGHAI_TIME_ZONE };
}

/**
 * The whole of a stated date: all of 2024, of July 2024, of one day.
 * @throws ValueError if the text is not a partial date
 */
export function periodOfDate(date: PartialDate): Period {
  return periodOf({ from: shanghaiMidnight(date), to: shanghaiMidnightAfter(date) });
}

/** Whether an instant lies in a period; its beginning does, its end does not. */
export function periodContains({ from, to }: Period, instant: Date): boolean {
  return (from === null || from <= instant) && (to === null || instant < to);
}

/**
 * Length in natural days, that is, in Shanghai midnights passed: September 2024 has 30, a period within one
 * day has 0. Hours are not rounded, they do not count.
 * @returns null where an end is open
 */
export function daysOfPeriod({ from, to }: Period): number | null {
  if (!from || !to) return null;
  const [firstDay, lastDay] = [shanghaiDate(from), shanghaiDate(to)].map(shanghaiMidnight);
  return (lastDay!.getTime() - firstDay!.getTime()) / DAY_MS;
}

function requireInstant(end: Date | null): void {
  if (end === null || !Number.isNaN(end.getTime())) return;
  throw new ValueError(
    `The end of a period is an instant or null; received ${describeReceived(end)}.`,
    end,
  );
}
