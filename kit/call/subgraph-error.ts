import { GraphQLError } from 'graphql';

import { Fault, Refusal, type ErrorCode } from '../errors.js';

/**
 * One error of a subgraph's answer, the same in process and over HTTP. Only a Refusal keeps its
 * words; everything else crosses as a bare code, so that no SQL, stack or address can travel.
 */
export interface SubgraphError {
  readonly message: string;
  /** Where in the subgraph's own answer; absent when the whole operation was refused. */
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: ErrorCode;
    /** The mark of a Refusal: the message was written for the caller. */
    readonly refusal?: true;
    /** The argument or input field the refusal is about. */
    readonly field?: string;
  };
}

/** What a subgraph says of an error: its words for a Refusal, its code for a Fault, else INTERNAL. */
export function describeSubgraphError(error: GraphQLError): SubgraphError {
  const cause = rootOf(error);
  const where = error.path ? { path: error.path } : {};
  if (cause instanceof Refusal) {
    return { message: cause.message, ...where, extensions: refusalExtensions(cause) };
  }
  const code = cause instanceof Fault ? cause.code : 'INTERNAL';
  return { message: code, ...where, extensions: { code } };
}

/** Whether the error is a Refusal, however often graphql-js has wrapped it. */
export const isRefusalError = (error: GraphQLError): boolean => rootOf(error) instanceof Refusal;

function refusalExtensions(refusal: Refusal): SubgraphError['extensions'] {
  const field = refusal.field === null ? {} : { field: refusal.field };
  return { code: refusal.code, refusal: true, ...field };
}

// A scalar's refusal is wrapped twice when it concerns a variable, once when a resolver threw it.
const wrapDepthMax = 8;

function rootOf(error: GraphQLError): unknown {
  let inner: unknown = error;
  for (let depth = 0; depth < wrapDepthMax; depth += 1) {
    if (inner instanceof Refusal || !(inner instanceof GraphQLError)) return inner;
    if (!inner.originalError) return inner;
    inner = inner.originalError;
  }
  return inner;
}
