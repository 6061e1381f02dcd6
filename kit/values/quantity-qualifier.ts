import type { LabelsOf } from './label.js';

/**
 * How sure a stated number is. Sources hedge (余, 近, 约), and a hedge must survive adding and dividing:
 * "more than 600 people" over 9 markets is more than 66, not 66.7.
 */
export const QuantityQualifier = {
  /** = : the number itself. */
  EXACT: 'EXACT',
  /** ≥ : this many or more (余, 多, 以上). */
  AT_LEAST: 'AT_LEAST',
  /** ≤ : this many or fewer. Only ever derived, never stated by a source. */
  AT_MOST: 'AT_MOST',
  /** <~ : just under (近). */
  NEARLY: 'NEARLY',
  /** ~ : about, in either direction (约). */
  ABOUT: 'ABOUT',
} as const;

/** One of the values of {@link QuantityQualifier}. */
export type QuantityQualifier = (typeof QuantityQualifier)[keyof typeof QuantityQualifier];

/** The hedge of each qualifier in words, to be printed before the number. */
export const quantityQualifierLabels: LabelsOf<QuantityQualifier> = {
  EXACT: { zh: '恰为', en: 'exactly' },
  AT_LEAST: { zh: '至少', en: 'at least' },
  AT_MOST: { zh: '至多', en: 'at most' },
  NEARLY: { zh: '近', en: 'nearly' },
  ABOUT: { zh: '约', en: 'about' },
};

/**
 * Qualifier of a sum. Exact terms change nothing; lower bounds add up to a lower bound, upper bounds to an
 * upper one; bounds in both directions, and any NEARLY or ABOUT, leave only ABOUT. The order of the terms
 * never matters.
 * @returns EXACT for no terms at all (the sum of nothing is exactly 0); one term keeps its own qualifier,
 *          since nothing was added to it
 */
export function sumQualifier(...terms: readonly QuantityQualifier[]): QuantityQualifier {
  const [first, ...rest] = terms;
  return rest.reduce(qualifierOfTwo, first ?? QuantityQualifier.EXACT);
}

/**
 * Qualifier of a quotient of two non-negative numbers. Dividing by an exact number keeps the hedge of the
 * numerator; dividing an exact number by a bound turns the bound round (more people share one sum, so each
 * gets less); every other quotient is ABOUT.
 */
export function quotientQualifier(
  numerator: QuantityQualifier,
  denominator: QuantityQualifier,
): QuantityQualifier {
  if (denominator === QuantityQualifier.EXACT) return numerator;
  if (numerator !== QuantityQualifier.EXACT) return QuantityQualifier.ABOUT;
  if (denominator === QuantityQualifier.AT_LEAST) return QuantityQualifier.AT_MOST;
  if (denominator === QuantityQualifier.AT_MOST) return QuantityQualifier.AT_LEAST;
  return QuantityQualifier.ABOUT;
}

function qualifierOfTwo(left: QuantityQualifier, right: QuantityQualifier): QuantityQualifier {
  if (!isBound(left) || !isBound(right)) return QuantityQualifier.ABOUT;
  if (left === right || right === QuantityQualifier.EXACT) return left;
  if (left === QuantityQualifier.EXACT) return right;
  return QuantityQualifier.ABOUT;
}

// EXACT is a bound in both directions at once; NEARLY and ABOUT are bounds in neither.
function isBound(qualifier: QuantityQualifier): boolean {
  return qualifier !== QuantityQualifier.NEARLY && qualifier !== QuantityQualifier.ABOUT;
}
