import fc from 'fast-check';
import { expect, it, test } from 'vitest';

import { nearestRank } from './nearest-rank.js';
import { ValueError } from './value-error.js';

const runs = { seed: 20240920, numRuns: 500 };

test.each([
  ['the median of five', [15n, 20n, 35n, 40n, 50n], 50, 35n],
  ['the thirtieth percentile of five', [15n, 20n, 35n, 40n, 50n], 30, 20n],
  ['the lower of the middle two', [4n, 1n, 3n, 2n], 50, 2n],
  ['the ninetieth of ten', [10n, 9n, 8n, 7n, 6n, 5n, 4n, 3n, 2n, 1n], 90, 9n],
  ['the largest', [1n, 3n, 2n], 100, 3n],
  ['the only one', [7n], 1, 7n],
  ['of nothing', [], 50, null],
  ['past 2^53, by value', [2n ** 53n + 1n, 2n ** 53n], 50, 2n ** 53n],
])('%s', (_, values, percent, expected) => {
  expect(nearestRank(values, percent)).toBe(expected);
});

it('is a value of the list with enough values at or below it, and leaves the list as it was', () => {
  const lists = fc.array(fc.bigInt({ min: 0n, max: 1000n }), { minLength: 1 });
  fc.assert(
    fc.property(lists, fc.integer({ min: 1, max: 100 }), (values, percent) => {
      const before = [...values];
      const rank = nearestRank(values, percent)!;
      const needed = (values.length * percent) / 100;
      expect(values).toEqual(before);
      expect(values).toContain(rank);
      expect(values.filter((value) => value <= rank).length).toBeGreaterThanOrEqual(needed - 1e-9);
      expect(values.filter((value) => value < rank).length).toBeLessThan(needed + 1e-9);
    }),
    runs,
  );
});

test.each([0, -1, 101, Number.NaN])('percent %s is refused', (percent) => {
  expect(() => nearestRank([1n], percent)).toThrow(ValueError);
});
