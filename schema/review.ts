import { join } from 'node:path';

import { breakingChanges, type Change } from './breaking-changes.js';
import { committedText } from './committed-schema.js';
import { composeSupergraph, type CompositionHint } from './compose.js';
import { describeUndeclared, undeclaredChanges } from './declared-changes.js';
import { checkSchema, describeDrift, type Drift } from './drift.js';
import { textOf } from './emit.js';
import { breachesOf, type Breach } from './laws/index.js';
import type { SubgraphSdl } from './subgraph-sdl.js';

/** All that `linju schema --check` and the tests hold a change of the schema against. */
export interface Review {
  readonly drifts: readonly Drift[];
  /** What clients of the last committed schema would notice. */
  readonly changes: readonly Change[];
  /** The breaking ones among them that the changelog does not name. */
  readonly undeclared: readonly Change[];
  readonly breaches: readonly Breach[];
  /** For reading; they do not fail the review. */
  readonly hints: readonly CompositionHint[];
}

export interface ReviewOptions {
  readonly subgraphs: readonly SubgraphSdl[];
  /** The schema folder of the checkout. */
  readonly folder: string;
  /** The path of CHANGELOG.md; a missing file declares nothing. */
  readonly changelog: string;
  /** The git revision to compare with; HEAD unless said otherwise. */
  readonly against?: string;
  /** Owners of entities whose description does not say it; empty in the normal case. */
  readonly owners?: Readonly<Record<string, string>>;
}

/**
 * Looks at the schema as it would be emitted now, without writing anything.
 * @throws Error when the subgraphs do not compose, or git does not know the revision
 */
export async function reviewSchema(options: ReviewOptions): Promise<Review> {
  const { subgraphs, folder, changelog, against = 'HEAD', owners = {} } = options;
  const supergraph = composeSupergraph(subgraphs);
  const committed = await committedText(join(folder, 'api.graphql'), against);
  const changes = committed === null ? [] : breakingChanges(committed, supergraph.apiSdl);
  return {
    drifts: await checkSchema(subgraphs, folder),
    changes,
    undeclared: undeclaredChanges(changes, (await textOf(changelog)) ?? ''),
    breaches: breachesOf({ subgraphs, supergraph, owners }),
    hints: supergraph.hints.filter(({ level }) => level !== 'DEBUG'),
  };
}

/** True when nothing has to be done before a commit. */
export const reviewPasses = ({ drifts, undeclared, breaches }: Review): boolean =>
  drifts.length + undeclared.length + breaches.length === 0;

/** The review for a person: what fails first and what to do, then changes and hints to read. */
export function describeReview(review: Review): string {
  return [
    section('Drift', review.drifts.map(describeDrift)),
    section('Undeclared breaking changes', review.undeclared.map(describeUndeclared)),
    section(
      'Broken laws of the graph',
      review.breaches.map(({ law, message }) => `${law}: ${message}`),
    ),
    section(
      'Changes since the last commit',
      review.changes.map(({ weight, description }) => `${weight} ${description}`),
    ),
    section(
      'Composition hints',
      review.hints.map(({ code, message }) => `${code} ${message.trim()}`),
    ),
    reviewPasses(review) ? 'The schema is as committed.' : 'The schema needs the work above.',
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

const section = (title: string, entries: readonly string[]): string =>
  entries.length === 0 ? '' : [`${title} (${entries.length})`, ...entries.map(indented)].join('\n');

const indented = (entry: string): string => `  - ${entry.replaceAll('\n', '\n    ')}`;
