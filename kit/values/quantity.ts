import { describeReceived } from './describe-received.js';
import { sumQualifier, type QuantityQualifier } from './quantity-qualifier.js';
import type { Unit } from './unit.js';
import { ValueError } from './value-error.js';

/** A whole number as a source states it, with its hedge and with what it counts. */
export interface Quantity {
  /** Whole, 0 to 2^53 - 1, so that JSON carries it unchanged. */
  readonly value: number;
  readonly qualifier: QuantityQualifier;
  readonly unit: Unit;
}

/**
 * Checks the number of a quantity; the other two fields are closed enums that the compiler checks.
 * Negative numbers are refused: nothing is counted or measured below zero, and the arithmetic of qualifiers
 * holds for non-negative numbers only.
 * @throws ValueError on a fraction, NaN, an infinity, -0, a negative number or one above 2^53 - 1
 */
export function quantityOf(parts: Quantity): Quantity {
  const { value, qualifier, unit } = parts;
  if (!Number.isSafeInteger(value) || value < 0 || Object.is(value, -0)) {
    throw new ValueError(
      `A quantity is a whole number from 0 to ${Number.MAX_SAFE_INTEGER}; received ${describeReceived(value)}.`,
      value,
    );
  }
  return { value, qualifier, unit };
}

/**
 * Sum of two quantities of one unit.
 * @throws ValueError if the units differ (they are never converted), or if the sum exceeds 2^53 - 1
 */
export function addQuantities(left: Quantity, right: Quantity): Quantity {
  return sumQuantities([left, right]);
}

/**
 * Sum of one or more quantities of one unit; neither the order of the terms nor their grouping matters.
 * There is no subtraction: the difference of two hedged numbers has no honest qualifier.
 * @throws ValueError on an empty list (a sum of nothing has no unit), on differing units, or on a sum
 *         above 2^53 - 1
 */
export function sumQuantities(terms: readonly Quantity[]): Quantity {
  const [first] = terms;
  if (!first) throw new ValueError('A sum needs at least one quantity; received none.', terms);
  for (const { unit } of terms) requireSameUnit(first.unit, unit);
  return quantityOf({
    value: terms.reduce((total, { value }) => addWhole(total, value), 0),
    qualifier: sumQualifier(...terms.map(({ qualifier }) => qualifier)),
    unit: first.unit,
  });
}

function requireSameUnit(expected: Unit, received: Unit): void {
  if (expected === received) return;
  throw new ValueError(
    `Quantities of different units are not added: received ${expected} and ${received}. Sum each unit apart.`,
    received,
  );
}

// Checked at each step: past 2^53 a later, smaller term could round an unsafe total back to a safe one.
function addWhole(total: number, value: number): number {
  const sum = total + value;
  if (Number.isSafeInteger(sum)) return sum;
  throw new ValueError(
    `The sum exceeds ${Number.MAX_SAFE_INTEGER}; keep such totals as bigint.`,
    sum,
  );
}
