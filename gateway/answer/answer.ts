import { Fault, Refusal, type ErrorCode } from '@linju/kit';
import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';

import type { ExecutedOperation } from '../engine/engine.js';
import { RefusedOperation } from '../limits/refused-operation.js';
import {
  executedError,
  faultError,
  isUnexplained,
  operationErrors,
  refusalError,
} from './answer-errors.js';
import { completenessOf, type CompletenessNote } from './completeness.js';

/** The operation ran. Errors, if any, explain nulls. */
export interface ExecutedAnswer {
  readonly kind: 'EXECUTED';
  readonly result: {
    readonly data: Readonly<Record<string, unknown>> | null;
    readonly errors?: readonly GraphQLError[];
    readonly extensions?: { readonly completeness: readonly CompletenessNote[] };
  };
}

/** The operation did not run at all. */
export interface RefusedAnswer {
  readonly kind: 'REFUSED';
  readonly code: ErrorCode;
  readonly errors: readonly GraphQLError[];
}

/** What a client gets: an executed operation, or why it was refused as a whole. */
export type GraphAnswer = ExecutedAnswer | RefusedAnswer;

/** What every masked error carries, and where its original goes. */
export interface AnswerContext {
  readonly requestId: string;
  readonly log: Pick<Logger, 'error'>;
}

/** No answer lists more errors than these. */
export const errorsPerAnswerMax = 100;

/** What a client gets of an operation that ran. */
export function executedAnswer(
  { data, errors, missing }: ExecutedOperation,
  { requestId, log }: AnswerContext,
): ExecutedAnswer {
  for (const err of errors.filter(isUnexplained)) log.error({ err, requestId }, 'operation failed');
  const shown = errors.slice(0, errorsPerAnswerMax).map((error) => executedError(error, requestId));
  const completeness = completenessOf(missing);
  return {
    kind: 'EXECUTED',
    result: {
      data,
      ...(shown.length > 0 ? { errors: shown } : {}),
      ...(completeness.length > 0 ? { extensions: { completeness } } : {}),
    },
  };
}

/** What a client gets of a request that was stopped, whatever stopped it. */
export function refusedAnswer(error: unknown, { requestId, log }: AnswerContext): RefusedAnswer {
  if (error instanceof RefusedOperation) {
    return { kind: 'REFUSED', code: error.code, errors: operationErrors(error) };
  }
  if (error instanceof Refusal) {
    return { kind: 'REFUSED', code: error.code, errors: [refusalError(error)] };
  }
  log.error({ err: error, requestId }, 'request failed');
  const code = error instanceof Fault ? error.code : 'INTERNAL';
  return { kind: 'REFUSED', code, errors: [faultError(code, requestId)] };
}
