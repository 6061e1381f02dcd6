import { describeReceived } from './describe-received.js';
import type { LabelsOf } from './label.js';
import { durationSeconds } from './duration.js';
import { ValueError } from './value-error.js';

/**
 * How often a schedule repeats. RFC 5545 also knows SECONDLY, MINUTELY and HOURLY, which no opening hour and
 * no gathering of people needs.
 */
export const Frequency = {
  DAILY: 'DAILY',
  WEEKLY: 'WEEKLY',
  MONTHLY: 'MONTHLY',
  YEARLY: 'YEARLY',
} as const;

/** One of the values of {@link Frequency}. */
export type Frequency = (typeof Frequency)[keyof typeof Frequency];

/** Each frequency in words. */
export const frequencyLabels: LabelsOf<Frequency> = {
  DAILY: { zh: '每日', en: 'daily' },
  WEEKLY: { zh: '每周', en: 'weekly' },
  MONTHLY: { zh: '每月', en: 'monthly' },
  YEARLY: { zh: '每年', en: 'yearly' },
};

/**
 * When something recurs, in the parts of an iCalendar recurrence (RFC 5545, section 3.3.10), read in
 * Shanghai. Checked by {@link scheduleOf}; the occurrences are not worked out here.
 */
export interface Schedule {
  /** First beginning; gives the time of day. Null: the source does not say. */
  readonly dtstart: Date | null;
  /** Length of one occurrence, such as "PT2H". Null: not stated. */
  readonly duration: string | null;
  /** Null: no rule, only the dates of `dtstart` and `rdates`. */
  readonly freq: Frequency | null;
  /** Every how many days, weeks, months or years; 1 or more. */
  readonly interval: number;
  /** Weekdays MO TU WE TH FR SA SU; with MONTHLY or YEARLY a number may precede: "1MO" first, "-1FR" last. */
  readonly byday: readonly string[];
  /** Days of the month, 1 to 31, or -1 to -31 counted from its end; not with WEEKLY. */
  readonly bymonthday: readonly number[];
  /** Last possible beginning. Null: no end. */
  readonly until: Date | null;
  /** Beginnings that the rule would give and that do not take place. */
  readonly exdates: readonly Date[];
  /** Beginnings beside the rule. */
  readonly rdates: readonly Date[];
}

/** A schedule as callers write it: parts left out are null, empty, or an interval of 1. */
export type ScheduleParts = { readonly [Part in keyof Schedule]?: Schedule[Part] | undefined };

/**
 * Checks the parts against each other and fills in those left out.
 * @throws ValueError naming the part that is wrong, or that does not go with another
 */
export function scheduleOf(parts: ScheduleParts): Schedule {
  const schedule: Schedule = {
    dtstart: parts.dtstart ?? null,
    duration: parts.duration ?? null,
    freq: parts.freq ?? null,
    interval: parts.interval ?? 1,
    byday: parts.byday ?? [],
    bymonthday: parts.bymonthday ?? [],
    until: parts.until ?? null,
    exdates: parts.exdates ?? [],
    rdates: parts.rdates ?? [],
  };
  if (schedule.duration !== null) durationSeconds(schedule.duration);
  requireInstants(schedule);
  requireRule(schedule);
  requireDays(schedule);
  return schedule;
}

function requireInstants({ dtstart, until, exdates, rdates }: Schedule): void {
  for (const [part, instant] of [
    ['dtstart', dtstart] as const,
    ['until', until] as const,
    ...exdates.map((exdate) => ['exdates', exdate] as const),
    ...rdates.map((rdate) => ['rdates', rdate] as const),
  ]) {
    if (instant)
      requirePart(!Number.isNaN(instant.getTime()), part, instant, 'takes real instants');
  }
  const endsInOrder = !dtstart || !until || dtstart <= until;
  requirePart(endsInOrder, 'until', until, 'is not before dtstart');
}

function requireRule({ freq, interval, byday, bymonthday, until }: Schedule): void {
  const isInterval = Number.isInteger(interval) && interval >= 1 && interval <= INTERVAL_MAX;
  requirePart(isInterval, 'interval', interval, `is a whole number from 1 to ${INTERVAL_MAX}`);
  if (freq !== null) return;
  requirePart(interval === 1, 'interval', interval, 'needs a freq');
  requirePart(byday.length === 0, 'byday', byday, 'needs a freq');
  requirePart(bymonthday.length === 0, 'bymonthday', bymonthday, 'needs a freq');
  requirePart(until === null, 'until', until, 'needs a freq');
}

function requireDays({ freq, byday, bymonthday }: Schedule): void {
  const mayNumber = freq === Frequency.MONTHLY || freq === Frequency.YEARLY;
  for (const day of byday) {
    requirePart(
      WEEKDAY.test(day),
      'byday',
      day,
      'takes MO TU WE TH FR SA SU, or such as 1MO, -1FR',
    );
    const isPlain = day.length === 2;
    requirePart(isPlain || mayNumber, 'byday', day, 'is numbered only if MONTHLY or YEARLY');
  }
  for (const day of bymonthday) {
    const isDay = Number.isInteger(day) && day !== 0 && Math.abs(day) <= 31;
    requirePart(isDay, 'bymonthday', day, 'takes 1 to 31, or -1 to -31 from the end');
    requirePart(freq !== Frequency.WEEKLY, 'bymonthday', day, 'does not go with WEEKLY');
  }
}

// Longer gaps than a thousand periods are typing errors.
const INTERVAL_MAX = 1000;
// Weeks of a year are numbered to 53.
const WEEKDAY = /^(?:[+-]?(?:[1-9]|[1-4][0-9]|5[0-3]))?(?:MO|TU|WE|TH|FR|SA|SU)$/;

function requirePart(holds: boolean, part: string, received: unknown, law: string): void {
  if (holds) return;
  throw new ValueError(
    `In a schedule, ${part} ${law}; received ${describeReceived(received)}.`,
    received,
  );
}
