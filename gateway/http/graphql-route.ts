import { Refusal } from '@linju/kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHandler, type RequestParams, type Response } from 'graphql-http';
import type { Logger } from 'pino';

import { refusedAnswer, type RefusedAnswer } from '../answer/answer.js';
import type { HandleRequest } from '../handle-request.js';
import { notAcceptable, withoutRefusedTypes } from './accepted-types.js';
import { requireOwnIntent, type CsrfRules } from './csrf.js';
import { requireJsonBody, requireNoOddType } from './media-type.js';
import { inOurWords } from './problem.js';
import { readBodyParameters, readQueryParameters } from './read-graph-parameters.js';
import { statusOfCode } from './status-of-code.js';

export interface GraphqlRouteOptions {
  readonly handle: HandleRequest;
  readonly csrf: CsrfRules;
  readonly bodyBytesMax: number;
  /** @throws Fault NOT_READY when no new work is taken */
  readonly requireServing: () => void;
  readonly log: Logger;
}

/** What graphql-http carries through for us. */
interface Exchange {
  readonly request: FastifyRequest;
  readonly signal: AbortSignal;
  /** Set when the request was stopped; decides the status. */
  refused: RefusedAnswer | null;
}

/**
 * `POST /graphql` and, for reads, `GET /graphql?query=…`, as GraphQL over HTTP has them. The choice
 * of media type and the form of the response are graphql-http's; everything else is ours.
 */
export function addGraphqlRoute(server: FastifyInstance, options: GraphqlRouteOptions): void {
  const respond = responder(options);
  const errorHandler = answerErrors(options);
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    errorHandler,
    // HEAD would run the query to throw its answer away.
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const exchange: Exchange = { request, signal: signalOfLeaving(reply), refused: null };
      const [body, { status, headers }] = await respond(exchange);
      return reply
        .code(status)
        .headers({ ...headers })
        .send(body);
    },
  });
  server.route({
    method: ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
    url: '/graphql',
    errorHandler,
    handler: (_, reply) => {
      reply.header('allow', 'GET, POST');
      throw new Refusal('METHOD_NOT_ALLOWED', { message: 'Ask with POST, or read with GET.' });
    },
  });
}

function responder(options: GraphqlRouteOptions) {
  const handler = createHandler<FastifyRequest, Exchange>({
    parseRequestParams: ({ context }) => readParameters(context, options),
    onSubscribe: ({ context }, parameters) => answerTo(context, parameters, options),
  });
  return async (exchange: Exchange): Promise<Response> => {
    const { method, url } = exchange.request;
    const raw = exchange.request;
    const accept = withoutRefusedTypes(raw.headers.accept);
    const [body, init] = await handler({
      method,
      url,
      headers: { ...raw.headers, accept },
      body: null,
      raw,
      context: exchange,
    });
    if (init.status === 406) throw notAcceptable();
    const status = exchange.refused ? statusOfCode(exchange.refused.code) : null;
    return [body, { ...init, status: status ?? init.status }];
  };
}

// The order matters: what costs nothing to check comes before what is read.
async function readParameters(
  exchange: Exchange,
  { csrf, bodyBytesMax, requireServing, log }: GraphqlRouteOptions,
): Promise<RequestParams> {
  const { method, headers, host, raw, url, id: requestId } = exchange.request;
  try {
    requireServing();
    if (method === 'GET') requireNoOddType(headers);
    else requireJsonBody(headers);
    requireOwnIntent({ method, headers, host }, csrf);
    return method === 'GET'
      ? readQueryParameters(url)
      : await readBodyParameters(raw, bodyBytesMax);
  } catch (error) {
    exchange.refused = refusedAnswer(error, { requestId, log });
    throw exchange.refused.errors[0] ?? error;
  }
}

async function answerTo(
  exchange: Exchange,
  { query, operationName, variables }: RequestParams,
  { handle }: GraphqlRouteOptions,
) {
  const { request, signal } = exchange;
  const answer = await handle({
    query,
    operationName: operationName ?? null,
    variables: variables ?? {},
    headers: request.headers,
    requestId: request.id,
    readsOnly: request.method === 'GET',
    signal,
  });
  if (answer.kind === 'EXECUTED') return answer.result;
  exchange.refused = answer;
  return answer.errors;
}

// For what is refused outside of graphql-http, in the form every answer of this address has.
function answerErrors({ log }: GraphqlRouteOptions) {
  return (error: unknown, { id: requestId }: FastifyRequest, reply: FastifyReply): void => {
    const { code, errors } = refusedAnswer(inOurWords(error), { requestId, log });
    void reply.code(statusOfCode(code) ?? 400).type('application/json; charset=utf-8');
    void reply.send(JSON.stringify({ errors }));
  };
}

function signalOfLeaving(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
