import type { GraphQLSchema } from 'graphql';

import type { Change, ChangeCursor } from '../data/outbox.js';
import type { Viewer } from './viewer.js';

/** What a caller of a subgraph says beside the operation itself. */
export interface SubgraphCall {
  readonly viewer: Viewer;
  /** One id for the client's whole request; the same in every log line and error of it. */
  readonly requestId: string;
  /** Ends the work when the caller's deadline passes or the client leaves. */
  readonly signal?: AbortSignal;
}

/**
 * A running subgraph, as a gateway or an HTTP listener sees it. Nothing else of a subgraph is
 * visible from outside.
 */
export interface SubgraphDoor {
  readonly name: string;
  /** The subgraph's own SDL, with its federation directives. */
  readonly sdl: string;
  /** Executable, with `_entities` and `_service`. */
  readonly schema: GraphQLSchema;
  /**
   * Everything the resolvers need for one operation: viewer, loaders, commands. One per operation
   * and subgraph, never shared between viewers.
   */
  openContext(call: SubgraphCall): object;
  /** The subgraph's changes behind a cursor, in commit order, at most `limit` of them. */
  changes(after: ChangeCursor | null, limit: number): Promise<readonly Change[]>;
  /** Resolves when the store answers. @throws Fault STORAGE_UNAVAILABLE */
  ready(): Promise<void>;
  /** Closes the store's connections; running work ends first. */
  close(): Promise<void>;
}
