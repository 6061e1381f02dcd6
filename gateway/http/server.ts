import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

import type { GatewayConfig } from '../config.js';
import type { Transport } from '../engine/transport/transport.js';
import type { HandleRequest } from '../handle-request.js';
import { addCors } from './cors.js';
import { addGraphqlRoute } from './graphql-route.js';
import { addHealthRoutes } from './health-routes.js';
import { addHomePage } from './home-page.js';
import { answerBrokenHttp } from './broken-http.js';
import { requireKnownHost, type HostRules } from './known-host.js';
import { answerUnreadableAddress, nothingHere, problemHandler } from './problem.js';
import { requestIdHeader, requestIdOf } from './request-id.js';
import { addSecurityHeaders } from './security-headers.js';
import type { ServingState } from './serving-phase.js';
import { addStaticFolders, type StaticFolder } from './static-folders.js';

export interface ServerOptions {
  readonly config: GatewayConfig;
  readonly handle: HandleRequest;
  readonly transport: Transport;
  /** The subgraphs of the present supergraph. */
  readonly subgraphs: () => readonly string[];
  readonly state: ServingState;
  readonly staticFolders: readonly StaticFolder[];
  readonly log: Logger;
}

/**
 * The HTTP server, not yet listening.
 * @throws Error when a static folder is not built
 */
export async function buildServer(options: ServerOptions): Promise<FastifyInstance> {
  const { config, log, state } = options;
  const server = Fastify(serverOptions(config, log));
  server.setErrorHandler(problemHandler(log));
  server.setNotFoundHandler(nothingHere);
  leaveBodiesUnread(server);
  addCommonHeaders(server, state);
  logAnswers(server, log);
  refuseStrangersNames(server, config);
  await addSecurityHeaders(server);
  await addCors(server, config.corsOrigins);
  await addStaticFolders(server, options.staticFolders);
  addHomePage(server, options.staticFolders);
  addHealthRoutes(server, { ...options, readyMs: config.deadlines.readyMs });
  addGraphqlRoute(server, {
    handle: options.handle,
    csrf: { allowedOrigins: config.corsOrigins },
    bodyBytesMax: config.bodyBytesMax,
    requireServing: () => state.requireServing(),
    log,
  });
  return server;
}

const headersMsMax = 10_000;

function serverOptions(config: GatewayConfig, log: Logger) {
  return {
    loggerInstance: log as FastifyBaseLogger,
    // One line of our own for each answer instead: see logAnswers.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIdOf,
    trustProxy: config.trustedProxies.length > 0 ? [...config.trustedProxies] : false,
    // Idle connections go at once when the server closes; busy ones end by themselves.
    forceCloseConnections: 'idle' as const,
    return503OnClosing: false,
    clientErrorHandler: answerBrokenHttp,
    frameworkErrors: answerUnreadableAddress(log),
    // A caller that trickles its headers or its body is cut; looked for once a second.
    requestTimeout: config.receiveMs,
    keepAliveTimeout: 65_000,
    http: {
      headersTimeout: Math.min(config.receiveMs, headersMsMax),
      connectionsCheckingInterval: 1_000,
    },
  };
}

// Bodies are read by the route that wants them, with its own limit; fastify would decode them as
// UTF-8 whatever they say of themselves.
function leaveBodiesUnread(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (_request, _payload, done) => done(null));
}

function refuseStrangersNames(server: FastifyInstance, rules: HostRules): void {
  server.addHook('onRequest', async ({ headers, host }) => {
    requireKnownHost([headers.host ?? '', host ?? ''], rules);
  });
}

function addCommonHeaders(server: FastifyInstance, state: ServingState): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.header(requestIdHeader, request.id);
  });
  server.addHook('onSend', async (_, reply) => {
    // Pages set theirs on the raw answer, where fastify's own headers would cover it.
    if (!reply.raw.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    const { phase } = state;
    if (phase === 'NOTICE' || phase === 'DRAINING') reply.header('connection', 'close');
    if (reply.statusCode === 503) reply.header('retry-after', '1');
  });
}

// One line for each answer, without what was asked: queries and variables may hold personal data.
function logAnswers(server: FastifyInstance, log: Logger): void {
  server.addHook('onResponse', async (request, reply) => {
    const path = request.url.split('?')[0]?.slice(0, 200);
    const { statusCode: status, elapsedTime } = reply;
    const tookMs = Math.round(elapsedTime);
    // Health is asked every few seconds by whoever watches the process.
    const level = path?.startsWith('/health/') ? 'debug' : 'info';
    log[level]({ requestId: request.id, method: request.method, path, status, tookMs }, 'answered');
  });
}
