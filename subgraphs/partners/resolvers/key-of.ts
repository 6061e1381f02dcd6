/** A reference to a record of another subgraph, by its id; null stays null. */
export const byId = (id: string | null | undefined): { readonly id: string } | null =>
  id === null || id === undefined ? null : { id };

/** A reference to an administrative unit, by its code; null stays null. */
export const byCode = (code: string | null | undefined): { readonly code: string } | null =>
  code === null || code === undefined ? null : { code };
