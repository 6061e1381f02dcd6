import { ValueError } from './value-error.js';

/** The whole in basis points: shares of one split add up to this. */
export const BASIS_POINTS_WHOLE = 10_000;

/**
 * Splits an amount by shares so that the parts are whole and add up to the amount exactly: each part is cut
 * down to whole fen, then the fen left over go one each to the parts that lost most (Hare's method of the
 * largest remainder). Equal losses are served in the order of the list, so the same split always gives the
 * same parts. A negative amount is split as its mirror image, so that a reversal undoes the split it reverses.
 * @param total      fen, any sign
 * @param sharesBps  basis points, whole, each 0 to 10,000, 10,000 in all
 * @returns one part per share, in the order of the shares; a share of 0 receives 0
 * @throws ValueError if a share is not such a number or the shares do not add up to 10,000
 */
export function splitByLargestRemainder(
  total: bigint,
  sharesBps: readonly number[],
): readonly bigint[] {
  requireWhole(sharesBps);
  if (total < 0n) return splitByLargestRemainder(-total, sharesBps).map((part) => -part);
  const exactParts = sharesBps.map((share) => total * BigInt(share));
  const whole = BigInt(BASIS_POINTS_WHOLE);
  const parts = exactParts.map((exact) => exact / whole);
  const leftOver = Number(total - parts.reduce((sum, part) => sum + part, 0n));
  const remainders = exactParts.map((exact) => Number(exact % whole));
  for (const index of largestFirst(remainders).slice(0, leftOver)) parts[index]! += 1n;
  return parts;
}

function requireWhole(sharesBps: readonly number[]): void {
  const areShares = sharesBps.every(
    (share) => Number.isInteger(share) && share >= 0 && share <= BASIS_POINTS_WHOLE,
  );
  const sumBps = sharesBps.reduce((sum, share) => sum + share, 0);
  if (areShares && sumBps === BASIS_POINTS_WHOLE) return;
  throw new ValueError(
    `Shares are whole basis points from 0 to 10,000 and add up to 10,000; received ${sharesBps.length} ` +
      `shares adding up to ${sumBps}.`,
    sharesBps,
  );
}

// Array.prototype.sort is stable, which is what serves equal remainders in the order of the list.
function largestFirst(remainders: readonly number[]): readonly number[] {
  return remainders
    .map((_, index) => index)
    .sort((left, right) => remainders[right]! - remainders[left]!);
}
