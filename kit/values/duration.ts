import { describeReceived } from './describe-received.js';
import { ValueError } from './value-error.js';

// dur-value of RFC 5545 section 3.3.6: ISO 8601 without years and months (whose length varies), weeks alone,
// and no gap between the units of time. A negative duration has no use here.
const DURATION =
  /^P(?:([0-9]{1,4})W|(?:([0-9]{1,5})D)?(T(?:([0-9]{1,6})H(?:([0-9]{1,6})M(?:([0-9]{1,6})S)?)?|([0-9]{1,6})M(?:([0-9]{1,6})S)?|([0-9]{1,6})S))?)$/;

/**
 * Length of a duration such as "P2W", "P1D", "PT1H30M" in seconds; a day has 24 hours.
 * @throws ValueError on another form (years, months, fractions, a sign, a lone "P"), or a length of zero
 */
export function durationSeconds(text: string): number {
  const fields = DURATION.exec(text);
  if (!fields) throw notDuration(text);
  const [, weeks, days, , hours, minutes, seconds, onlyMinutes, itsSeconds, onlySeconds] = fields;
  const total =
    number(weeks) * 604_800 +
    number(days) * 86_400 +
    number(hours) * 3600 +
    number(minutes ?? onlyMinutes) * 60 +
    number(seconds ?? itsSeconds ?? onlySeconds);
  if (total === 0) throw notDuration(text);
  return total;
}

function number(digits: string | undefined): number {
  return Number(digits ?? '0');
}

function notDuration(received: unknown): ValueError {
  return new ValueError(
    'A duration is longer than zero, in weeks, or in days, hours, minutes and seconds, such as "P1W" or ' +
      `"PT1H30M"; received ${describeReceived(received)}.`,
    received,
  );
}
