import { ValueError } from './value-error.js';

/**
 * The percentile of a list by nearest rank: a value that really occurred, never one between two. The median
 * is percent 50; of an even number of values it is the lower of the middle two.
 * @param values   in any order; they are not changed
 * @param percent  above 0, at most 100
 * @returns null for an empty list
 * @throws ValueError on a percent out of its range
 */
export function nearestRank(values: readonly bigint[], percent: number): bigint | null {
  if (!(percent > 0 && percent <= 100)) {
    throw new ValueError('A percentile lies above 0 and at most at 100.', percent);
  }
  const sorted = [...values].sort((left, right) => (left < right ? -1 : left > right ? 1 : 0));
  return sorted[Math.ceil((percent / 100) * sorted.length) - 1] ?? null;
}
