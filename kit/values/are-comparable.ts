import type { Figure } from './figure.js';

/** Least share that each part of each figure must cover before figures are compared or ranked. */
export const COMPARABLE_SHARE_MIN = 0.9;

/**
 * Whether figures may be compared or ranked: all have values, and none rests on a part that covers less than
 * nine tenths. Ranking on unequal coverage would reward the place that records least.
 */
export function areComparable(figures: readonly Figure[]): boolean {
  return figures.every((figure) => figure.value !== null && isCovered(figure));
}

// An unknown share, and a figure that vouches for nothing, count as not covered.
function isCovered({ completeness }: Figure): boolean {
  if (completeness.length === 0) return false;
  return completeness.every(({ share }) => share !== null && share >= COMPARABLE_SHARE_MIN);
}
