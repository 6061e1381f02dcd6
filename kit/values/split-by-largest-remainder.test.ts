import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';

import { splitByLargestRemainder } from './split-by-largest-remainder.js';
import { ValueError } from './value-error.js';

const runs = { seed: 20240920, numRuns: 2000 };
const total = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
// Cuts of the whole: the distances between them add up to it.
const shares = fc.array(fc.nat(10_000), { maxLength: 20 }).map((cuts) => {
  const places = [0, ...cuts.sort((left, right) => left - right), 10_000];
  return places.slice(1).map((place, index) => place - places[index]!);
});
const sumOf = (parts: readonly bigint[]) => parts.reduce((sum, part) => sum + part, 0n);

test.each([
  ['an even split', 100n, [5000, 5000], [50n, 50n]],
  ['one fen over goes to the first of equals', 101n, [5000, 5000], [51n, 50n]],
  ['thirds', 100n, [3333, 3333, 3334], [33n, 33n, 34n]],
  ['fewer fen than shares', 2n, [2500, 2500, 2500, 2500], [1n, 1n, 0n, 0n]],
  ['the largest remainder first', 10n, [1200, 1700, 7100], [1n, 2n, 7n]],
  ['a share of nothing', 7n, [0, 10_000], [0n, 7n]],
  ['nothing to split', 0n, [4000, 6000], [0n, 0n]],
  ['one share', 7n, [10_000], [7n]],
  ['a reversal, the mirror of its split', -101n, [5000, 5000], [-51n, -50n]],
])('%s', (_, amount, sharesBps, parts) => {
  expect(splitByLargestRemainder(amount, sharesBps)).toEqual(parts);
});

describe('every split', () => {
  it('adds up to the amount exactly', () => {
    fc.assert(
      fc.property(total, shares, (amount, sharesBps) => {
        const parts = splitByLargestRemainder(amount, sharesBps);
        expect(parts.length).toBe(sharesBps.length);
        expect(sumOf(parts)).toBe(amount);
      }),
      runs,
    );
  });

  it('gives each share its exact part, cut or raised by less than a fen', () => {
    fc.assert(
      fc.property(total, shares, (amount, sharesBps) => {
        splitByLargestRemainder(amount, sharesBps).forEach((part, index) => {
          const errorTenThousandths = part * 10_000n - amount * BigInt(sharesBps[index]!);
          expect(errorTenThousandths > -10_000n && errorTenThousandths < 10_000n).toBe(true);
        });
      }),
      runs,
    );
  });

  it('never gives a smaller share more than a larger one', () => {
    fc.assert(
      fc.property(total, shares, (amount, sharesBps) => {
        const parts = splitByLargestRemainder(amount < 0n ? -amount : amount, sharesBps);
        const bySize = sharesBps
          .map((share, index) => ({ share, part: parts[index]! }))
          .sort((left, right) => left.share - right.share || Number(left.part - right.part));
        bySize.slice(1).forEach(({ part }, index) => {
          expect(part >= bySize[index]!.part).toBe(true);
        });
      }),
      runs,
    );
  });

  it('undoes itself when the amount is reversed', () => {
    fc.assert(
      fc.property(total, shares, (amount, sharesBps) => {
        const there = splitByLargestRemainder(amount, sharesBps);
        const back = splitByLargestRemainder(-amount, sharesBps);
        expect(there.map((part, index) => part + back[index]!)).toEqual(there.map(() => 0n));
      }),
      runs,
    );
  });
});

test.each([
  ['no shares', []],
  ['less than the whole', [5000, 4999]],
  ['more than the whole', [5000, 5001]],
  ['a negative share', [-1, 10_001]],
  ['fractions', [3333.3, 3333.3, 3333.4]],
  ['NaN', [Number.NaN, 10_000]],
  ['infinities', [Infinity, -Infinity]],
])('%s is refused', (_, sharesBps) => {
  expect(() => splitByLargestRemainder(100n, sharesBps)).toThrow(ValueError);
});
