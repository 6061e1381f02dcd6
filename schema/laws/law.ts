import type { Supergraph } from '../compose.js';
import type { SubgraphSdl } from '../subgraph-sdl.js';

/** A place in the SDL where a law of the graph is broken. */
export interface Breach {
  /** Which law, as its file is named: `contributed-fields-are-nullable`. */
  readonly law: string;
  /** Where: `Fund.events`, `FundState.CLOSED`, `Query.funds(first:)`. */
  readonly coordinate: string;
  /** In whose classes; null when it is seen only in the whole. */
  readonly subgraph: string | null;
  /** What is wrong and what to do about it. */
  readonly message: string;
}

/** What a law looks at. */
export interface Graph {
  readonly subgraphs: readonly SubgraphSdl[];
  readonly supergraph: Supergraph;
  /**
   * Which subgraph owns an entity, for entities whose description cannot say it (see
   * entity-owners.ts). Empty in the normal case.
   */
  readonly owners: Readonly<Record<string, string>>;
}

/** A rule about the graph that composition does not know. Pure. */
export type Law = (graph: Graph) => readonly Breach[];
