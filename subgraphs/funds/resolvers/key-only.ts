/** A reference to an entity of another subgraph: its key, for the gateway to follow; null stays null. */
export const keyOnly = (id: string | null): { readonly id: string } | null =>
  id === null ? null : { id };
