import type { SubgraphAnswer, Viewer } from '@linju/kit';
import type { DocumentNode } from 'graphql';

/** One operation of a client, as its calls to subgraphs see it. One object per operation. */
export interface OperationScope {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly kind: 'query' | 'mutation';
  /** Aborts when the client leaves or the operation's deadline passes. */
  readonly signal: AbortSignal;
}

/** One call to one subgraph. */
export interface SubgraphRequest {
  readonly subgraph: string;
  readonly query: string;
  /** The same, parsed. */
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  /** The operation that the call is a part of. What is kept per operation hangs on this object. */
  readonly operation: OperationScope;
  /** Aborts when this call's own deadline passes; the transport stops reading and waiting then. */
  readonly signal: AbortSignal;
}

/**
 * The way to the subgraphs: within the process, or over HTTP. The engine does not know which.
 */
export interface Transport {
  /** The subgraphs it reaches, by their names in the supergraph. */
  readonly subgraphs: readonly string[];
  /**
   * Carries an operation there and its answer back. Errors inside the answer are the subgraph's own
   * words or codes; nothing else of the subgraph comes through.
   * @throws Fault SUBGRAPH_UNAVAILABLE or SUBGRAPH_BAD_ANSWER when there is no answer to use
   */
  call(request: SubgraphRequest): Promise<SubgraphAnswer>;
  /**
   * Resolves when the subgraph and its store answer.
   * @throws when they do not; why is for the log
   */
  ready(subgraph: string, signal: AbortSignal): Promise<void>;
  /** Lets connections go. Doors stay open: who opened them closes them. */
  close(): Promise<void>;
}
