/** The door of the schema package: everything outsiders may import. */
export { breakingChanges, type Change } from './breaking-changes.js';
export { committedText } from './committed-schema.js';
export { composeSupergraph, type CompositionHint, type Supergraph } from './compose.js';
export { describeUndeclared, undeclaredChanges } from './declared-changes.js';
export { checkSchema, describeDrift, type Drift, type LineDifference } from './drift.js';
export { emitSchema, type EmittedFile } from './emit.js';
export { breachesOf, type Breach, type Graph, type Law } from './laws/index.js';
export {
  describeReview,
  reviewPasses,
  reviewSchema,
  type Review,
  type ReviewOptions,
} from './review.js';
export type { SubgraphSdl } from './subgraph-sdl.js';
