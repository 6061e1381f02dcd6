import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { QuantityQualifier, quotientQualifier, sumQualifier } from './quantity-qualifier.js';

const { EXACT, AT_LEAST, AT_MOST, NEARLY, ABOUT } = QuantityQualifier;
const all = Object.values(QuantityQualifier);
const qualifier = fc.constantFrom(...all);
const runs = { seed: 20240920, numRuns: 500 };

describe('the qualifier of a sum, for every pair', () => {
  test.each([
    [EXACT, { EXACT, AT_LEAST, AT_MOST, NEARLY: ABOUT, ABOUT }],
    [AT_LEAST, { EXACT: AT_LEAST, AT_LEAST, AT_MOST: ABOUT, NEARLY: ABOUT, ABOUT }],
    [AT_MOST, { EXACT: AT_MOST, AT_LEAST: ABOUT, AT_MOST, NEARLY: ABOUT, ABOUT }],
    [NEARLY, { EXACT: ABOUT, AT_LEAST: ABOUT, AT_MOST: ABOUT, NEARLY: ABOUT, ABOUT }],
    [ABOUT, { EXACT: ABOUT, AT_LEAST: ABOUT, AT_MOST: ABOUT, NEARLY: ABOUT, ABOUT }],
  ])('%s with each', (left, expected) => {
    expect(Object.fromEntries(all.map((right) => [right, sumQualifier(left, right)]))).toEqual(
      expected,
    );
  });

  it('is EXACT for no terms and unchanged for one', () => {
    expect(sumQualifier()).toBe(EXACT);
    expect(all.map((only) => sumQualifier(only))).toEqual(all);
  });

  it('depends neither on the order of the terms nor on their grouping', () => {
    fc.assert(
      fc.property(qualifier, qualifier, qualifier, (a, b, c) => {
        expect(sumQualifier(a, b)).toBe(sumQualifier(b, a));
        expect(sumQualifier(sumQualifier(a, b), c)).toBe(sumQualifier(a, sumQualifier(b, c)));
        expect(sumQualifier(a, b, c)).toBe(sumQualifier(a, sumQualifier(b, c)));
      }),
      runs,
    );
  });

  it('is ABOUT as soon as one of several terms is', () => {
    fc.assert(
      fc.property(fc.array(qualifier, { minLength: 1 }), (others) => {
        expect(sumQualifier(...others, ABOUT)).toBe(ABOUT);
      }),
      runs,
    );
  });

  it('never claims more than the true sum allows', () => {
    fc.assert(
      fc.property(hedged, hedged, (left, right) => {
        const derived = sumQualifier(left.qualifier, right.qualifier);
        expect(holds(derived, left.stated + right.stated, left.real + right.real)).toBe(true);
      }),
      runs,
    );
  });
});

describe('the qualifier of a quotient, for every pair', () => {
  test.each([
    [EXACT, { EXACT, AT_LEAST: AT_MOST, AT_MOST: AT_LEAST, NEARLY: ABOUT, ABOUT }],
    [AT_LEAST, { EXACT: AT_LEAST, AT_LEAST: ABOUT, AT_MOST: ABOUT, NEARLY: ABOUT, ABOUT }],
    [AT_MOST, { EXACT: AT_MOST, AT_LEAST: ABOUT, AT_MOST: ABOUT, NEARLY: ABOUT, ABOUT }],
    [NEARLY, { EXACT: NEARLY, AT_LEAST: ABOUT, AT_MOST: ABOUT, NEARLY: ABOUT, ABOUT }],
    [ABOUT, { EXACT: ABOUT, AT_LEAST: ABOUT, AT_MOST: ABOUT, NEARLY: ABOUT, ABOUT }],
  ])('%s divided by each', (numerator, expected) => {
    expect(
      Object.fromEntries(
        all.map((denominator) => [denominator, quotientQualifier(numerator, denominator)]),
      ),
    ).toEqual(expected);
  });

  it('never claims more than the true quotient allows', () => {
    fc.assert(
      fc.property(hedged, hedged, (numerator, denominator) => {
        fc.pre(numerator.real > 0 && denominator.real > 0 && denominator.stated > 0);
        const derived = quotientQualifier(numerator.qualifier, denominator.qualifier);
        const stated = numerator.stated / denominator.stated;
        expect(holds(derived, stated, numerator.real / denominator.real)).toBe(true);
      }),
      runs,
    );
  });
});

// A stated number and a real one that its qualifier allows.
const hedged = fc
  .record({ qualifier, stated: fc.nat(1000), distance: fc.nat(1000) })
  .map(({ qualifier: hedge, stated, distance }) => {
    const real = { EXACT: stated, AT_LEAST: stated + distance, AT_MOST: stated - distance };
    const other = { NEARLY: stated - distance, ABOUT: stated + distance };
    return { qualifier: hedge, stated, real: Math.max(0, { ...real, ...other }[hedge]) };
  });

// NEARLY and ABOUT promise nothing that a test could hold them to.
function holds(hedge: QuantityQualifier, stated: number, real: number): boolean {
  if (hedge === EXACT) return stated === real;
  if (hedge === AT_LEAST) return real >= stated;
  return hedge === AT_MOST ? real <= stated : true;
}
