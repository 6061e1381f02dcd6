import { partsOfPartialDate, refuse, ValueError } from '@linju/kit';

/**
 * Reads a whole day: a partial date that states day, month and year.
 * @returns YYYY-MM-DD
 * @throws Refusal BAD_USER_INPUT
 */
export function requireDay(field: string, text: string): string {
  if (isWholeDay(text)) return text;
  return refuse('BAD_USER_INPUT', {
    field,
    message: `${field} is a whole day, YYYY-MM-DD; a month or a year alone does not say enough here.`,
  });
}

/** The same for a day that may be left out; null stays null. */
export const requireDayIfGiven = (field: string, text: string | null | undefined): string | null =>
  text === null || text === undefined ? null : requireDay(field, text);

/**
 * Lets two days pass of which the later one does not come first; an open end is always in order.
 * @throws Refusal PERIOD_REFUSED
 */
export function requireDaysInOrder(field: string, from: string | null, to: string | null): void {
  if (from === null || to === null || from < to) return;
  refuse('PERIOD_REFUSED', { field, message: `${field} is later than the day before it.` });
}

function isWholeDay(text: string): boolean {
  try {
    return partsOfPartialDate(text).precision === 'DAY';
  } catch (error) {
    if (error instanceof ValueError) return false;
    throw error;
  }
}
