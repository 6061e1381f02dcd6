import type { Logger } from 'pino';

import type { RequestHeaders, ViewerOfRequest } from './access/viewer-of-request.js';
import { executedAnswer, refusedAnswer, type GraphAnswer } from './answer/answer.js';
import { AnswerBudget } from './engine/answer-budget.js';
import type { Engine } from './engine/engine.js';
import { requestedOperation } from './engine/requested-operation.js';
import { withOperationSignal } from './engine/with-operation-signal.js';
import { enforceVariableLimits } from './limits/enforce-variable-limits.js';
import type { OperationLimits } from './limits/operation-limits.js';

/** One operation that a client asks for, by whatever way it came. */
export interface GraphRequest {
  readonly query: string;
  /** Null: the document's only operation. */
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: RequestHeaders;
  /** In every log line and masked error of this request. */
  readonly requestId: string;
  /** The way it came allows no writes: a GET. */
  readonly readsOnly: boolean;
  /** Aborts when the client leaves. */
  readonly signal: AbortSignal;
}

/** Carries one operation through; never throws. */
export type HandleRequest = (request: GraphRequest) => Promise<GraphAnswer>;

export interface HandleRequestParts {
  readonly engine: Engine;
  readonly viewerOfRequest: ViewerOfRequest;
  readonly limits: OperationLimits;
  /** For a whole operation, ms. What is not there by then is null. */
  readonly operationMs: number;
  readonly log: Logger;
}

/**
 * The story of one operation: who asks, may it run, what does it find, what may be told.
 *
 *     access → limits → engine → answer
 *
 * Every way into the gateway goes through here, so a rule that holds here holds everywhere. It
 * never throws: whatever stops a request becomes an answer.
 */
export function createHandleRequest(parts: HandleRequestParts): HandleRequest {
  const { engine, viewerOfRequest, limits, operationMs, log } = parts;
  return async (request) => {
    const { requestId, variables } = request;
    try {
      const viewer = await viewerOfRequest(request.headers);
      // Taken once: a supergraph swapped in meanwhile is for the next request.
      const { generation } = engine;
      enforceVariableLimits(variables, limits);
      const entry = generation.entryOf(request.query);
      const operation = requestedOperation(generation, entry, request);
      const kind = operation.operation === 'mutation' ? 'mutation' : 'query';
      const operationName = request.operationName ?? operation.name?.value ?? null;
      const executed = await withOperationSignal(request.signal, operationMs, (signal) =>
        generation.execute({
          entry,
          operationName,
          variables,
          scope: { viewer, requestId, kind, signal },
          budget: new AnswerBudget(limits),
          missing: [],
        }),
      );
      return executedAnswer(executed, { requestId, log });
    } catch (error) {
      return refusedAnswer(error, { requestId, log });
    }
  };
}
