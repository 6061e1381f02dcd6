import { isCalendarDate, isCalendarInstant, SHANGHAI_OFFSET_MS } from './calendar-date.js';
import { describeReceived } from './describe-received.js';
import { ValueError } from './value-error.js';

// date-time of RFC 3339 section 5.6, less what this product does not keep:
// - seconds end at 59: Date and Postgres have no leap second, and :60 would be stored as the next minute;
// - hours end at 23: 24:00 is ISO 8601, not RFC 3339;
// - at most three digits of fraction: milliseconds are what is stored, a fourth would be dropped in silence.
// Lower-case t and z are the same by that section's grammar and lose nothing, so they are read. A blank for
// the T is only a readability convention there, and is refused. -00:00 (offset of the writer unknown,
// section 4.3) still names one instant, and is read as UTC.
const INSTANT =
  /^([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,3}))?(?:[Zz]|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))$/;

/**
 * Reads an instant: RFC 3339 with its offset, such as "2024-09-21T00:00:00+08:00", to the millisecond.
 * @throws ValueError on a missing offset, a day that does not exist, 24:00, a second of 60, more than three
 *         digits of fraction, or a year out of 1900 to 2199 as written or as Shanghai counts it
 */
export function parseInstant(text: unknown): Date {
  const fields = typeof text === 'string' ? INSTANT.exec(text) : null;
  if (!fields) throw notInstant(text);
  const [year, month, day, hour, minute, second] = fields.slice(1, 7).map(Number) as WrittenTime;
  if (!isCalendarDate({ year, month, day })) throw notInstant(text);
  const millisecond = Number((fields[7] ?? '').padEnd(3, '0'));
  const writtenMs = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  const instant = new Date(writtenMs - offsetMs(fields[8], fields[9], fields[10]));
  if (!isCalendarInstant(instant)) throw notInstant(text);
  return instant;
}

/**
 * Writes an instant as Shanghai reads it: always +08:00, with a fraction of three digits only where it is not
 * zero. {@link parseInstant} reads it back to the same instant.
 * @throws ValueError on an invalid Date, or a year out of 1900 to 2199 as Shanghai counts it
 */
export function formatInstant(instant: Date): string {
  if (!isCalendarInstant(instant)) throw notInstant(instant);
  const shanghai = new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString();
  return `${shanghai.replace(/(?:\.000)?Z$/, '')}+08:00`;
}

type WrittenTime = [number, number, number, number, number, number];

function offsetMs(sign = '+', hours = '0', minutes = '0'): number {
  const distanceMs = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -distanceMs : distanceMs;
}

function notInstant(received: unknown): ValueError {
  return new ValueError(
    'An instant is a date, a time and an offset by RFC 3339, from 1900 to 2199 and to the millisecond, ' +
      `such as "2024-09-21T00:00:00+08:00"; received ${describeReceived(received)}.`,
    received,
  );
}
