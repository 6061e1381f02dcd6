import { refuse } from '@linju/kit';

/** What a scheme gives each year, and how much of it a winner may get. */
export interface AwardTerms {
  readonly minFen: bigint;
  readonly maxFen: bigint;
  /** How often a year one membership may win. */
  readonly perYear: number;
}

/**
 * Lets a rule pass that can be kept: something is given, the range is in order, 1 to 12 times a year.
 * @throws Refusal AMOUNT_REFUSED, BAD_USER_INPUT
 */
export function requireAwardTerms({ minFen, maxFen, perYear }: AwardTerms): void {
  if (minFen <= 0n || minFen > maxFen) {
    refuse('AMOUNT_REFUSED', {
      field: 'awardRule.minFen',
      message: 'The least award is above 0 and not above the greatest.',
    });
  }
  if (perYear < 1 || perYear > 12) {
    refuse('BAD_USER_INPUT', {
      field: 'awardRule.perYear',
      message: 'An award is given 1 to 12 times a year.',
    });
  }
}

/**
 * Lets an amount pass that lies in the scheme's range, both ends included.
 * @throws Refusal AMOUNT_REFUSED
 */
export function requireAmountWithin({ minFen, maxFen }: AwardTerms, amountFen: bigint): void {
  if (amountFen >= minFen && amountFen <= maxFen) return;
  refuse('AMOUNT_REFUSED', {
    field: 'amountFen',
    message: `This award is ${minFen} to ${maxFen} fen; the input has ${amountFen}.`,
  });
}

/**
 * Lets one more award pass while the year has one left.
 * @param granted how many this membership has had in the year
 * @throws Refusal RULE_VIOLATED
 */
export function requireAwardLeft({ perYear }: AwardTerms, granted: number): void {
  if (granted < perYear) return;
  refuse('RULE_VIOLATED', {
    field: 'year',
    message: `This membership has had its ${perYear} award(s) of the year already.`,
  });
}
