import type { GraphQLError } from 'graphql';

import type { Generation } from './generation.js';
import type { MissingPart } from './operation-run.js';

/** What came of one operation, before it is made fit for a client. */
export interface ExecutedOperation {
  /** Null where a failure reached the root. */
  readonly data: Readonly<Record<string, unknown>> | null;
  /** Unmasked: only the answer stage may decide what of them a client sees. */
  readonly errors: readonly GraphQLError[];
  /** What could not be asked or was not answered. */
  readonly missing: readonly MissingPart[];
}

/** Holds the generation that serves, and replaces it whole. */
export interface Engine {
  /** The present one. A request takes it once and ends on the one it began with. */
  readonly generation: Generation;
  /**
   * Loads another supergraph. The present one serves until the new one is whole, and goes on
   * serving when it is not.
   * @throws SupergraphRefused
   */
  swap(supergraphSdl: string): Promise<Generation>;
  /** Lets go of what generations hold. */
  stop(): Promise<void>;
}

/** A supergraph that cannot be served. The message says why and is meant for the operator. */
export class SupergraphRefused extends Error {
  override readonly name = 'SupergraphRefused';
}

/**
 * @param load  makes a generation of one supergraph text
 * @throws SupergraphRefused when the first one cannot be served
 */
export async function createEngine(
  supergraphSdl: string,
  load: (supergraphSdl: string) => Promise<Generation>,
): Promise<Engine> {
  let generation = await load(supergraphSdl);
  return {
    get generation() {
      return generation;
    },
    async swap(nextSdl) {
      generation = await load(nextSdl);
      return generation;
    },
    stop: () => generation.stop(),
  };
}
