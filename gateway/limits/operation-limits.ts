/**
 * How large one operation may be. A planner works in time and memory that can double with every
 * fragment (a query of 1,444 bytes stopped an unlimited gateway for a minute), and it cannot be
 * interrupted; so its input is bounded before it starts. All counts include both bounds.
 */
export interface OperationLimits {
  /** Words and signs of the whole document; counted while parsing. */
  readonly tokensMax: number;
  /** Operations in one document, of which one is run. */
  readonly operationsMax: number;
  /** Fields below fields. A relay connection costs two levels, GraphiQL's introspection fifteen. */
  readonly depthMax: number;
  /** Fields after all fragments are written out. */
  readonly selectionsMax: number;
  /** Renamed fields after all fragments are written out, `__typename` included. */
  readonly aliasesMax: number;
  /** Directives after all fragments are written out. */
  readonly directivesMax: number;
  /** Fields directly under the root. */
  readonly rootFieldsMax: number;
  /** `__schema` and `__type`: one `__schema` is answered with up to a megabyte. GraphiQL asks once. */
  readonly introspectionsMax: number;
  /** Lists and objects within each other, in an argument or a variable. */
  readonly inputDepthMax: number;
  /** Fields and items of lists in what the subgraphs answer, all together; each bounds its own. */
  readonly answerValuesMax: number;
  /** The size of the same, bytes of JSON, as near as can be told without writing it. */
  readonly answerBytesMax: number;
}

/** Generous for people, small for a planner. */
export const defaultOperationLimits: OperationLimits = {
  tokensMax: 2_000,
  operationsMax: 20,
  depthMax: 20,
  selectionsMax: 2_000,
  aliasesMax: 60,
  directivesMax: 40,
  rootFieldsMax: 30,
  introspectionsMax: 5,
  inputDepthMax: 16,
  answerValuesMax: 100_000,
  answerBytesMax: 16 * 1024 * 1024,
};

/** No more validation errors than these are looked for or reported. */
export const validationErrorsMax = 5;
