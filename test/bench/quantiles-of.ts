/** The middle and the slow end of durations, in words: `p50 12 ms, p95 31 ms, p99 48 ms`. */
export function quantilesOf(durationsMs: readonly number[]): string {
  const sorted = [...durationsMs].sort((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return [50, 95, 99].map((each) => `p${each} ${at(each / 100).toFixed(1)} ms`).join(', ');
}
