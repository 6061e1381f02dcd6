import {
  isErrorCode,
  isRefusalCode,
  type Refusal,
  type ErrorCode,
  type FaultCode,
} from '@linju/kit';
import { GraphQLError } from 'graphql';

import { OverLimit } from '../limits/over-limit.js';
import type { RefusedOperation } from '../limits/refused-operation.js';
import { faultTexts } from './fault-texts.js';

/** Longest message that reaches a client, characters. */
export const messageLengthMax = 500;

/**
 * An error of an executed operation as a client may see it, built new. A refusal of one of our
 * subgraphs keeps its words; of everything else only a code of the closed list, the path and the
 * request id remain.
 */
export function executedError(error: GraphQLError, requestId: string): GraphQLError {
  const { code, refusal, field, serviceName } = error.extensions;
  const fromSubgraph = typeof serviceName === 'string' && isErrorCode(code);
  if (fromSubgraph && refusal === true && isRefusalCode(code)) {
    const about = typeof field === 'string' ? { field } : {};
    return build(error.message, error, { code, ...about });
  }
  const fault = fromSubgraph && !isRefusalCode(code) ? code : 'INTERNAL';
  return build(faultTexts[fault], error, { code: fault, requestId });
}

/** Whether an error came out of the engine without a code of ours: a bug, to be logged. */
export const isUnexplained = ({ extensions }: GraphQLError): boolean =>
  typeof extensions['serviceName'] !== 'string' || !isErrorCode(extensions['code']);

/** What graphql-js says of an operation that does not parse, does not fit or cannot be coerced. */
export function operationErrors({ code, errors }: RefusedOperation): readonly GraphQLError[] {
  return errors.map(
    ({ message, source, positions }) =>
      new GraphQLError(shortened(message), { source, positions, extensions: { code } }),
  );
}

/** A refusal of the whole request. */
export function refusalError(refusal: Refusal): GraphQLError {
  const about = refusal.field === null ? {} : { field: refusal.field };
  const details = refusal instanceof OverLimit ? limitDetails(refusal) : {};
  return build(refusal.message, {}, { code: refusal.code, ...about, ...details });
}

/** A fault of the whole request. */
export const faultError = (code: FaultCode, requestId: string): GraphQLError =>
  build(faultTexts[code], {}, { code, requestId });

function limitDetails({ details }: OverLimit) {
  const { limit, allowed, actual } = details;
  return { limit, allowed, actual };
}

function build(
  message: string,
  { path }: { readonly path?: GraphQLError['path'] },
  extensions: { readonly code: ErrorCode } & Readonly<Record<string, unknown>>,
): GraphQLError {
  return new GraphQLError(shortened(message), { path, extensions });
}

const shortened = (message: string): string =>
  message.length > messageLengthMax ? `${message.slice(0, messageLengthMax - 1)}…` : message;
