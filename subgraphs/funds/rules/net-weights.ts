import type { OutcomeShare } from './outcome-type.js';

/**
 * What a write adds to the weight of each outcome.
 * @param claimed  of transfers that are posted or reserved
 * @param released of transfers that no longer stand
 * @returns one row per outcome in the order of their keys, those that stay as they are left out;
 *          negative where more is given back than taken
 */
export function netWeights(
  claimed: readonly OutcomeShare[],
  released: readonly OutcomeShare[],
): readonly OutcomeShare[] {
  const sums = new Map<string, OutcomeShare>();
  const add = ({ type, id, weightBps }: OutcomeShare, sign: 1 | -1): void => {
    const known = sums.get(`${type}:${id}`)?.weightBps ?? 0;
    sums.set(`${type}:${id}`, { type, id, weightBps: known + sign * weightBps });
  };
  for (const share of claimed) add(share, 1);
  for (const share of released) add(share, -1);
  return [...sums]
    .filter(([, { weightBps }]) => weightBps !== 0)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, share]) => share);
}
