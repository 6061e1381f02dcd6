import {
  completenessPartOf,
  leastCoverage,
  type CompletenessPart,
  type Coverage,
} from '@linju/kit';

/**
 * What this subgraph contributes to a figure.
 * @param coverage of each kind of record that goes in; the least of them counts
 */
export const fundsCompleteness = (
  ...coverage: readonly Coverage[]
): readonly CompletenessPart[] => {
  const parts = coverage.map((degree) => partOf(degree));
  return [partOf(leastCoverage(parts))];
};

const partOf = (coverage: Coverage): CompletenessPart =>
  completenessPartOf({ subgraph: 'funds', state: 'OK', ageSeconds: null, coverage, share: null });
