import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { nearestNumber, parseScale } from './rational.js';
import { ValueError } from './value-error.js';

const runs = { seed: 20240920, numRuns: 500 };

test.each([
  ['1', 1n, 1n],
  ['10000', 10_000n, 1n],
  ['50/3', 50n, 3n],
  ['1/86400', 1n, 86_400n],
])('the scale %s', (text, numerator, denominator) => {
  expect(parseScale(text)).toEqual({ numerator, denominator });
});

test.each(['', '0', '1/0', '-1', '+1', '1.5', '1e4', '01', '1/', '/3', '1/2/3', ' 1', '½', '１'])(
  'the scale %j is refused',
  (text) => {
    expect(() => parseScale(text)).toThrow(ValueError);
  },
);

describe('the nearest number', () => {
  it('is what the machine itself divides, where both integers are safe', () => {
    const safe = fc.maxSafeInteger();
    fc.assert(
      fc.property(safe, safe, (numerator, other) => {
        const denominator = Math.max(1, Math.abs(other));
        const expected = numerator / denominator;
        expect(nearestNumber(BigInt(numerator), BigInt(denominator))).toBe(expected + 0);
      }),
      runs,
    );
  });

  it('is what the machine reads from the exact decimal, where integers are past 2^53', () => {
    const large = fc.bigInt({ min: 2n ** 53n, max: 2n ** 90n });
    fc.assert(
      fc.property(large, fc.integer({ min: 0, max: 25 }), (numerator, places) => {
        const expected = Number(`${numerator}e-${places}`);
        expect(nearestNumber(numerator, 10n ** BigInt(places))).toBe(expected);
      }),
      runs,
    );
  });

  it('does not depend on a common factor', () => {
    const positive = fc.bigInt({ min: 1n, max: 2n ** 64n });
    fc.assert(
      fc.property(positive, positive, positive, (numerator, denominator, factor) => {
        expect(nearestNumber(numerator * factor, denominator * factor)).toBe(
          nearestNumber(numerator, denominator),
        );
      }),
      runs,
    );
  });

  it('breaks ties to even, and sees what lies far behind them', () => {
    expect(nearestNumber(2n ** 53n + 1n, 1n)).toBe(2 ** 53);
    expect(nearestNumber(2n ** 53n + 3n, 1n)).toBe(2 ** 53 + 4);
    expect(nearestNumber((2n ** 53n + 1n) * 10n ** 40n + 1n, 10n ** 40n)).toBe(2 ** 53 + 2);
  });

  it('keeps the sign, and has no negative zero', () => {
    expect(nearestNumber(-1n, 3n)).toBe(-1 / 3);
    expect(nearestNumber(0n, 3n)).toBe(0);
  });
});
