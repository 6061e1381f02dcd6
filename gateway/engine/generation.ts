import type { GraphQLSchema } from 'graphql';

import type { ExecutedOperation } from './engine.js';
import type { OperationEntry } from './operation-entry.js';
import type { OperationRun } from './operation-run.js';

/** Everything that is derived from one supergraph, replaced whole. */
export interface Generation {
  /** SHA-256 of the supergraph text, hex. */
  readonly hash: string;
  /** What clients see; operations are validated against it. */
  readonly schema: GraphQLSchema;
  /** The names of the subgraphs it was composed of. */
  readonly subgraphs: readonly string[];
  /**
   * The entry of an operation text.
   * @throws Refusal, RefusedOperation when it may not or cannot run
   */
  entryOf(text: string): OperationEntry;
  /** Runs an operation. A subgraph that fails costs its own fields, never the answer. */
  execute(run: OperationRun): Promise<ExecutedOperation>;
  stop(): Promise<void>;
}
