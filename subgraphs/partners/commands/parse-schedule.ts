import { checkValue, scheduleOf, type Schedule } from '@linju/kit';

import type { ScheduleInput } from '../schema/schedule-input.js';

/**
 * Reads a schedule that may be left out; null stays null.
 * @throws Refusal BAD_USER_INPUT naming the part that is wrong
 */
export function parseSchedule(
  field: string,
  written: ScheduleInput | null | undefined,
): Schedule | null {
  if (!written) return null;
  const { dtstart, duration, freq, interval, byday, bymonthday, until } = written;
  return checkValue(field, () =>
    scheduleOf({
      dtstart: dtstart ?? null,
      duration: duration ?? null,
      freq: freq ?? null,
      interval: interval ?? 1,
      byday: byday ?? [],
      bymonthday: bymonthday ?? [],
      until: until ?? null,
    }),
  );
}
