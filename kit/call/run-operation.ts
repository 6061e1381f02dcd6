import {
  execute,
  getOperationAST,
  type GraphQLError,
  parse,
  validate,
  ValuesOfCorrectTypeRule,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';

import { Fault, type Refusal } from '../errors.js';
import { invariant } from '../invariant.js';
import type { SubgraphDoor } from './subgraph-door.js';
import { describeSubgraphError, isRefusalError, type SubgraphError } from './subgraph-error.js';
import { budgetOf, countValues, valuesMaxByDefault } from './value-budget.js';

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
  /** Ends a read: nobody waits for it any more. */
  readonly signal?: AbortSignal;
}

/** Runs one operation. Never throws for what a resolver threw. */
export type RunOperation = (
  operation: SubgraphOperation,
  run: OperationRun,
) => Promise<SubgraphAnswer>;

/** How much one operation may be answered. */
export interface OperationBounds {
  /** The most values, fields and items of lists, that may be had with one context. Default 50,000. */
  readonly valuesMax?: number;
}

/**
 * The one way to execute a subgraph, in process as over HTTP, so that both give the same answers
 * and the same errors. Made once per door: it remembers what it has parsed. An operation that
 * asks for more values than it may have is refused as a whole, LIMIT_EXCEEDED.
 */
export function operationRunner(
  { schema }: Pick<SubgraphDoor, 'schema'>,
  { valuesMax = valuesMaxByDefault }: OperationBounds = {},
): RunOperation {
  const prepare = preparer(schema);
  countValues(schema);
  return async (operation, { context, onError, signal }) => {
    const { document, valueErrors } = prepare(operation);
    if (valueErrors.length > 0) return { errors: valueErrors.map(describeInputError) };
    const budget = budgetOf(context, valuesMax);
    // A write that has begun ends as it would: whoever gave it up may ask what became of it.
    if (!writes(document)) signal?.addEventListener('abort', () => budget.end(givenUp()));
    const running = execute({
      schema,
      document,
      operationName: operation.operationName ?? null,
      variableValues: operation.variables ?? {},
      contextValue: context,
    });
    const result = await Promise.race([running, budget.ended]);
    const { reason } = budget;
    if (reason) return endedAnswer(reason, document);
    invariant(result, 'an operation ends with a result or with a reason');
    return answerOf(result, onError);
  };
}

const writes = (document: DocumentNode): boolean =>
  getOperationAST(document)?.operation === 'mutation';

const givenUp = (): Fault => new Fault('DEADLINE_EXCEEDED', 'The caller waits no longer.');

function endedAnswer(reason: Refusal | Fault, document: DocumentNode): SubgraphAnswer {
  if (reason instanceof Fault) {
    return { errors: [{ message: reason.code, extensions: { code: reason.code } }] };
  }
  const error = describeSubgraphError(reason);
  if (!writes(document)) return { errors: [error] };
  const written =
    'What was written stays: repeat it with the same idempotencyKey, and ask for less.';
  return { errors: [{ ...error, message: `${error.message} ${written}` }] };
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
