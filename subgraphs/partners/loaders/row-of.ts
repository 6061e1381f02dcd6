import type { PagedList, Statement } from '@linju/kit';

/** The row that a statement or a paged list gives; what resolvers take as their root. */
export type RowOf<Read> =
  Read extends Statement<infer Row> ? Row : Read extends PagedList<infer Row> ? Row : never;
