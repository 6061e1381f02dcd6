import type { MissingPart } from '../engine/operation-run.js';

/** One subgraph whose part of an answer is not there. */
export interface CompletenessNote {
  readonly subgraph: string;
  readonly state: 'MISSING';
  readonly reason: 'SOURCE_MISSING';
  /** Response keys from the root, joined by dots, without list positions. */
  readonly paths: readonly string[];
}

/**
 * One note per subgraph that failed, for `extensions.completeness`: a null that nobody could fill
 * must be told from a null that is the answer.
 */
export function completenessOf(missing: readonly MissingPart[]): readonly CompletenessNote[] {
  const paths = new Map<string, Set<string>>();
  for (const part of missing) {
    const known = paths.get(part.subgraph) ?? new Set();
    part.paths.forEach((path) => known.add(path));
    paths.set(part.subgraph, known);
  }
  return [...paths].map(([subgraph, known]) => ({
    subgraph,
    state: 'MISSING',
    reason: 'SOURCE_MISSING',
    paths: [...known].filter((path) => path !== ''),
  }));
}
