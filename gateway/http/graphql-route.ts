import { Refusal } from '@linju/kit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { createHandler, type Response } from 'graphql-http';
import type { Logger } from 'pino';

import { refusedAnswer, type GraphAnswer, type RefusedAnswer } from '../answer/answer.js';
import type { HandleRequest } from '../handle-request.js';
import { requireOwnIntent, type CsrfRules } from './csrf.js';
import { requireJsonBody, requireNoOddType } from './media-type.js';
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

/** What graphql-http carries through for us: the answer it made a response of. */
interface Exchange {
  readonly request: FastifyRequest;
  readonly signal: AbortSignal;
  refused: RefusedAnswer | null;
}

/**
 * `POST /graphql` and, for reads, `GET /graphql?query=…`, as GraphQL over HTTP has them. The choice
 * of media type and the form of the response are graphql-http's; everything else is ours.
 */
export function addGraphqlRoute(server: FastifyInstance, options: GraphqlRouteOptions): void {
  const respond = responder(options);
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    // HEAD would run the query to throw its answer away.
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      const exchange: Exchange = { request, signal: signalOfLeaving(reply), refused: null };
      const [body, { status, headers }] = await respond(exchange);
      return reply.code(status).headers({ ...headers }).send(body);
    },
  });
  server.all('/graphql', { exposeHeadRoute: false }, (_, reply) => {
    reply.header('allow', 'GET, POST');
    throw new Refusal('METHOD_NOT_ALLOWED', { message: 'Ask with POST, or read with GET.' });
  });
}

function responder(options: GraphqlRouteOptions) {
  const handler = createHandler<FastifyRequest, Exchange>({
    parseRequestParams: () => ({ query: 'placeholder' }),
    onSubscribe: async ({ context }) => {
      const answer = await answerTo(context, options);
      if (answer.kind === 'EXECUTED') return answer.result;
      context.refused = answer;
      return answer.errors;
    },
  });
  return async (exchange: Exchange): Promise<Response> => {
    const { method, url, headers } = exchange.request;
    const [body, init] = await handler({
      method,
      url,
      headers,
      body: null,
      raw: exchange.request,
      context: exchange,
    });
    if (init.status === 406) throw notAcceptable();
    const status = exchange.refused ? statusOfCode(exchange.refused.code) : null;
    return [body, { ...init, status: status ?? init.status }];
  };
}

// The order matters: what costs nothing to check comes before what is read, and what is read before
// what is run.
async function answerTo(
  { request, signal }: Exchange,
  { handle, csrf, bodyBytesMax, requireServing, log }: GraphqlRouteOptions,
): Promise<GraphAnswer> {
  const { id: requestId, headers, raw } = request;
  const readsOnly = request.method === 'GET';
  try {
    requireServing();
    if (readsOnly) requireNoOddType(headers);
    else requireJsonBody(headers);
    requireOwnIntent({ method: request.method, headers, host: request.host }, csrf);
    const parameters = readsOnly
      ? readQueryParameters(request.url)
      : await readBodyParameters(raw, bodyBytesMax);
    return await handle({ ...parameters, headers, requestId, readsOnly, signal });
  } catch (error) {
    return refusedAnswer(error, { requestId, log });
  }
}

const notAcceptable = (): Refusal =>
  new Refusal('NOT_ACCEPTABLE', {
    message: 'Answers come as application/graphql-response+json or application/json only.',
  });

function signalOfLeaving(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
