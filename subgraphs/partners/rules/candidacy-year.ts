import { checkValue, invariant, periodOfDate } from '@linju/kit';

/** The part of a calendar year that a candidacy is judged by, half-open. */
export interface CandidacyYear {
  readonly begins: Date;
  readonly ends: Date;
}

/**
 * The calendar year in Shanghai, cut at the instant asked about.
 * @param asOf what lies at or after it does not count; null: everything up to and including now counts
 * @throws Refusal BAD_USER_INPUT for what is no year from 1900 to 2199
 */
export function candidacyYear(year: number, asOf: Date | null, now: Date): CandidacyYear {
  const { from: begins, to } = checkValue('year', () => periodOfDate(String(year)));
  invariant(begins && to, 'a calendar year has two ends');
  const until = asOf ?? new Date(now.getTime() + 1);
  return { begins, ends: until < to ? until : to };
}
