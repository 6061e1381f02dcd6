import type { IncomingMessage } from 'node:http';

import { refuse } from '../errors.js';
import type { ChangeCursor } from '../data/outbox.js';
import { decodeUtf8, readBody } from './read-body.js';
import type { RunOperation, SubgraphOperation } from './run-operation.js';
import {
  signedCallHeader,
  type CallVerdict,
  type CallVerifier,
  type SignedCall,
} from './signed-call.js';
import type { SubgraphDoor } from './subgraph-door.js';

/** What the routes of a listener need. */
export interface SubgraphRoutes {
  readonly door: SubgraphDoor;
  readonly verifier: CallVerifier;
  readonly run: RunOperation;
  /** Notes what a resolver threw, under the id of the client's request. */
  readonly failed: (error: unknown, requestId: string) => void;
  /** Notes why a call was refused; the caller is not told. */
  readonly refused: (reason: string) => void;
  readonly bodyBytesMax: number;
  readonly readyDeadlineMs: number;
  /** The listener is going down: readiness says so. */
  readonly draining: boolean;
  /** Aborts when the caller leaves before its answer. */
  readonly signal: AbortSignal;
}

/** What goes back over HTTP. */
export interface SubgraphHttpAnswer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * From a request to an answer; sockets stay outside.
 * @throws Refusal for what cannot be answered
 */
export async function answerSubgraphRequest(
  request: IncomingMessage,
  routes: SubgraphRoutes,
): Promise<SubgraphHttpAnswer> {
  const { pathname, searchParams } = urlOf(request);
  switch (pathname) {
    case '/health/live':
      return { status: 200, body: { status: 'live' } };
    case '/health/ready':
      return answerReadiness(routes);
    case '/graphql':
      return answerOperation(request, routes);
    case '/changes':
      return answerChanges(request, searchParams, routes);
    default:
      return refuse('NOT_FOUND', { message: 'There is nothing at this address.' });
  }
}

function urlOf(request: IncomingMessage): URL {
  const target = request.url ?? '/';
  if (URL.canParse(target, 'http://subgraph')) return new URL(target, 'http://subgraph');
  return refuse('BAD_REQUEST', { message: 'The address cannot be read.' });
}

async function answerReadiness(routes: SubgraphRoutes): Promise<SubgraphHttpAnswer> {
  if (routes.draining) return { status: 503, body: { status: 'draining' } };
  const ready = await withinMs(routes.readyDeadlineMs, routes.door.ready());
  return ready
    ? { status: 200, body: { status: 'ready' } }
    : { status: 503, body: { status: 'store unavailable' } };
}

async function answerOperation(
  request: IncomingMessage,
  routes: SubgraphRoutes,
): Promise<SubgraphHttpAnswer> {
  requireMethod(request, 'POST');
  const header = callHeader(request);
  // Judged before the body is read, so that a stranger cannot make us read one.
  admit(routes.verifier.open(header), routes);
  const bytes = await readBody(request, routes.bodyBytesMax);
  const { viewer, requestId } = admit(routes.verifier.verify(header, bytes), routes);
  const operation = parseOperation(bytes);
  const { signal } = routes;
  const context = routes.door.openContext({ viewer, requestId, signal });
  const onError = (error: unknown) => routes.failed(error, requestId);
  return { status: 200, body: await routes.run(operation, { context, onError, signal }) };
}

const changesMax = 1_000;

async function answerChanges(
  request: IncomingMessage,
  query: URLSearchParams,
  routes: SubgraphRoutes,
): Promise<SubgraphHttpAnswer> {
  requireMethod(request, 'GET');
  admit(routes.verifier.verify(callHeader(request), request.url ?? ''), routes);
  const limit = Number(query.get('limit') ?? changesMax);
  if (!Number.isInteger(limit) || limit < 1 || limit > changesMax) {
    return refuse('BAD_PAGE_SIZE', {
      field: 'limit',
      message: `limit must be a whole number from 1 to ${changesMax}.`,
    });
  }
  const changes = await routes.door.changes(parseCursor(query.get('after')), limit);
  return { status: 200, body: { changes } };
}

function parseCursor(text: string | null): ChangeCursor | null {
  if (text === null) return null;
  const match = /^(\d{1,20}),(\d{1,19})$/.exec(text);
  if (match?.[1] && match[2]) return { xid: match[1], position: match[2] };
  return refuse('BAD_CURSOR', { field: 'after', message: 'after must be "<xid>,<position>".' });
}

function requireMethod(request: IncomingMessage, method: string): void {
  if (request.method === method) return;
  refuse('METHOD_NOT_ALLOWED', { message: `Only ${method} is answered here.` });
}

function callHeader(request: IncomingMessage): string | undefined {
  const value = request.headers[signedCallHeader];
  return typeof value === 'string' ? value : undefined;
}

function admit(verdict: CallVerdict, { refused }: SubgraphRoutes): SignedCall {
  if (verdict.ok) return verdict.call;
  refused(verdict.reason);
  return refuse('UNSIGNED_CALL', {
    message: 'This subgraph answers only calls signed by its gateway. Ask the gateway instead.',
  });
}

// The gateway wrote this body and signed it; what does not fit is a version that differs.
function parseOperation(bytes: Uint8Array): SubgraphOperation {
  const body = parseJson(decodeUtf8(bytes));
  const { query, operationName, variables } = body;
  if (typeof query !== 'string') {
    return refuse('BAD_REQUEST', { message: 'The body needs a "query".' });
  }
  return {
    query,
    operationName: typeof operationName === 'string' ? operationName : null,
    variables: isObject(variables) ? variables : {},
  };
}

function parseJson(text: string): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(text);
    if (isObject(body)) return body;
  } catch {
    // falls through to the refusal
  }
  return refuse('BAD_REQUEST', { message: 'The body must be a JSON object.' });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

async function withinMs(deadlineMs: number, work: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), deadlineMs);
  });
  const done = work.then(
    () => true,
    () => false,
  );
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}
