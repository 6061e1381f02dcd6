import type { Amount } from './amount.js';
import { NullReason } from './null-reason.js';
import { QuantityQualifier, quotientQualifier } from './quantity-qualifier.js';
import { nearestNumber, parseScale } from './rational.js';
import type { Unit } from './unit.js';
import { ValueError } from './value-error.js';

/**
 * A number together with the exact integers it is made of: value = numerator ÷ denominator × scale. A count
 * or a sum has no denominator: value = numerator × scale. Roll-ups add numerators and denominators and divide
 * again; values are never averaged.
 */
export interface Ratio {
  /** The double nearest to the exact result, never rounded for display; null has its reason beside it. */
  readonly value: number | null;
  /** In stored units: persons, minutes, fen, seconds. */
  readonly numerator: bigint | null;
  /** In stored units, never negative. Null: unknown, or a count. */
  readonly denominator: bigint | null;
  /** Exact and positive, such as "1", "10000", "50/3". */
  readonly scale: string;
  /** Unit of the value: RATIO where the units of numerator and denominator cancel out. */
  readonly unit: Unit;
  /** How sure the value is; says nothing where it is null. */
  readonly qualifier: QuantityQualifier;
  /** Null exactly where there is a value. */
  readonly reasonIfNull: NullReason | null;
  /** Whether the number is hidden for being small. */
  readonly suppressed: boolean;
}

/** What a ratio is told apart from its numbers. */
export interface RatioForm {
  readonly unit: Unit;
  /** Default "1". */
  readonly scale?: string;
}

/** The two integers of a quotient, each with its hedge. */
export interface Quotient {
  readonly numerator: Amount;
  /** Null: nobody has stated it. */
  readonly denominator: Amount | null;
}

/**
 * Divides. A denominator of zero gives null DENOMINATOR_ZERO, never 0 % or 100 %; a null one gives null
 * DENOMINATOR_UNKNOWN. What is known of the two integers stays to be seen.
 * @throws ValueError on a negative denominator, or a scale that is not one
 */
export function ratioOf(form: RatioForm, { numerator, denominator }: Quotient): Ratio {
  if (denominator && denominator.amount < 0n) {
    throw new ValueError('A denominator is never negative.', denominator.amount);
  }
  const value = denominator ? quotient(form, numerator.amount, denominator.amount) : null;
  return {
    ...emptyRatio(form),
    value,
    numerator: numerator.amount,
    denominator: denominator?.amount ?? null,
    qualifier: denominator
      ? quotientQualifier(numerator.qualifier, denominator.qualifier)
      : numerator.qualifier,
    reasonIfNull: value === null ? reasonWithout(denominator) : null,
  };
}

/**
 * A count or a sum: a number of its own, without denominator.
 * @throws ValueError on a scale that is not one
 */
export function countOf(form: RatioForm, { amount, qualifier }: Amount): Ratio {
  const value = quotient(form, amount, 1n);
  return { ...emptyRatio(form), value, numerator: amount, qualifier };
}

/** A number that is not there, and why. */
export function nullRatio(form: RatioForm, reason: NullReason): Ratio {
  return withoutValue(emptyRatio(form), reason);
}

/** Takes the numbers out of a ratio, or of anything built on one, and says why. */
export function withoutValue<Kind extends Ratio>(ratio: Kind, reason: NullReason): Kind {
  return {
    ...ratio,
    value: null,
    numerator: null,
    denominator: null,
    qualifier: QuantityQualifier.EXACT,
    reasonIfNull: reason,
    suppressed: reason === NullReason.SUPPRESSED,
  };
}

function quotient({ scale = '1' }: RatioForm, numerator: bigint, denominator: bigint) {
  const factor = parseScale(scale);
  if (denominator === 0n) return null;
  return nearestNumber(numerator * factor.numerator, denominator * factor.denominator);
}

function reasonWithout(denominator: Amount | null): NullReason {
  return denominator ? NullReason.DENOMINATOR_ZERO : NullReason.DENOMINATOR_UNKNOWN;
}

function emptyRatio({ unit, scale = '1' }: RatioForm): Ratio {
  return {
    value: null,
    numerator: null,
    denominator: null,
    scale,
    unit,
    qualifier: QuantityQualifier.EXACT,
    reasonIfNull: null,
    suppressed: false,
  };
}
