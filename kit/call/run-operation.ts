import {
  execute,
  type GraphQLError,
  parse,
  validate,
  ValuesOfCorrectTypeRule,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';

import type { SubgraphDoor } from './subgraph-door.js';
import { describeSubgraphError, isRefusalError, type SubgraphError } from './subgraph-error.js';

/** One operation for a subgraph, as a planner wrote it. */
export interface SubgraphOperation {
  readonly query: string;
  /** The same, parsed; spares the subgraph from parsing where both live in one process. */
  readonly document?: DocumentNode;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What a subgraph answers. `data` is absent when the operation as a whole was refused. */
export interface SubgraphAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly SubgraphError[];
}

export interface OperationRun {
  /** What the door opened for this operation. */
  readonly context: object;
  /** Gets the original of everything that is not a refusal, for the log. */
  readonly onError: (error: GraphQLError) => void;
}

/** Runs one operation. Never throws for what a resolver threw. */
export type RunOperation = (
  operation: SubgraphOperation,
  run: OperationRun,
) => Promise<SubgraphAnswer>;

/**
 * The one way to execute a subgraph, in process as over HTTP, so that both give the same answers
 * and the same errors. Made once per door: it remembers what it has parsed.
 */
export function operationRunner(door: Pick<SubgraphDoor, 'schema'>): RunOperation {
  const prepare = preparer(door.schema);
  return async (operation, { context, onError }) => {
    const { document, valueErrors } = prepare(operation);
    if (valueErrors.length > 0) return { errors: valueErrors.map(describeInputError) };
    const result = await execute({
      schema: door.schema,
      document,
      operationName: operation.operationName ?? null,
      variableValues: operation.variables ?? {},
      contextValue: context,
    });
    return answerOf(result, onError);
  };
}

function answerOf(result: ExecutionResult, onError: (error: GraphQLError) => void): SubgraphAnswer {
  const errors = result.errors ?? [];
  // Nothing was executed: graphql-js found a variable that its type refuses.
  if (result.data === undefined) return { errors: errors.map(describeInputError) };
  if (errors.length === 0) return { data: result.data };
  for (const error of errors) if (!isRefusalError(error)) onError(error);
  return { data: result.data, errors: errors.map(describeSubgraphError) };
}

// The scalar's own words if it refused; else graphql-js's, which name only type and value.
function describeInputError(error: GraphQLError): SubgraphError {
  if (isRefusalError(error)) return describeSubgraphError(error);
  return { message: error.message, extensions: { code: 'BAD_USER_INPUT', refusal: true } };
}

interface Prepared {
  readonly document: DocumentNode;
  readonly valueErrors: readonly GraphQLError[];
}

const preparedMax = 1_000;
const valueErrorsMax = 5;

// The gateway's scalars accept anything, so a literal meets its real scalar only here. Without the
// check graphql-js would say "has invalid value" and drop the scalar's reason.
function preparer(schema: GraphQLSchema): (operation: SubgraphOperation) => Prepared {
  const recent = new Map<string, Prepared>();
  return (operation) => {
    const known = recent.get(operation.query);
    if (known) return known;
    const document = operation.document ?? parse(operation.query, { noLocation: true });
    const valueErrors = validate(schema, document, [ValuesOfCorrectTypeRule], {
      maxErrors: valueErrorsMax,
    });
    const prepared = { document, valueErrors };
    if (recent.size >= preparedMax) recent.delete(recent.keys().next().value ?? '');
    recent.set(operation.query, prepared);
    return prepared;
  };
}
