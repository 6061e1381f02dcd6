import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Clock } from '../clock.js';
import { Refusal, type ErrorCode } from '../errors.js';
import { operationRunner } from './run-operation.js';
import { callVerifier } from './signed-call.js';
import type { SubgraphDoor } from './subgraph-door.js';
import { answerSubgraphRequest } from './subgraph-routes.js';

/** A line of a listener's log. The error, where there is one, is the original, unmasked. */
export interface SubgraphLogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly subgraph: string;
  readonly requestId?: string;
  readonly error?: unknown;
}

export interface SubgraphListenerOptions {
  readonly door: SubgraphDoor;
  /** Shared with the gateway; at least 32 characters. */
  readonly secret: string;
  /** Loopback unless another machine's gateway is to reach it. */
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly clock: Clock;
  readonly log: (entry: SubgraphLogEntry) => void;
  /** Largest body of a call, bytes. Default 8 MiB: representations of a whole trend fit. */
  readonly bodyBytesMax?: number;
  /** How long the store may take to answer a readiness check, ms. Default 1,000. */
  readonly readyDeadlineMs?: number;
}

export interface SubgraphListener {
  /** `http://host:port`, with the port really taken. */
  readonly url: string;
  /**
   * Stops taking calls, lets running ones end, then cuts what is left. The door stays open: who
   * opened it closes it.
   * @param deadlineMs  default 10,000
   */
  close(deadlineMs?: number): Promise<void>;
}

/**
 * Serves one subgraph over HTTP: `POST /graphql` and `GET /changes` for signed calls only,
 * `GET /health/live` and `GET /health/ready` for everyone.
 * @throws Error when the port is taken or the secret is too short
 */
export async function serveSubgraph(options: SubgraphListenerOptions): Promise<SubgraphListener> {
  const routes = routesOf(options);
  let draining = false;
  const server = createServer(serverOptions, (request, response) => {
    if (draining) response.setHeader('connection', 'close');
    const signal = signalOfLeaving(response);
    void answerSubgraphRequest(request, { ...routes, draining, signal }).then(
      (answer) => send(response, answer.status, answer.body),
      (error: unknown) => sendFailure(error, request, response, options),
    );
  });
  server.keepAliveTimeout = keepAliveMs;
  await listen(server, options);
  return {
    url: urlOf(server, options.host),
    close: (deadlineMs = 10_000) => {
      draining = true;
      return closeServer(server, deadlineMs);
    },
  };
}

// A peer that trickles its headers or body is cut within 15 s.
const serverOptions = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
};

// Longer than a gateway keeps an idle connection, so that the gateway never writes into a closing one.
const keepAliveMs = 65_000;

function routesOf(options: SubgraphListenerOptions) {
  const { door, secret, clock, log } = options;
  return {
    door,
    verifier: callVerifier({ secret, subgraph: door.name, clock }),
    run: operationRunner(door),
    failed: (error: unknown, requestId: string) =>
      log({ level: 'error', message: 'resolver failed', subgraph: door.name, requestId, error }),
    refused: (reason: string) =>
      log({ level: 'warn', message: `call refused: ${reason}`, subgraph: door.name }),
    bodyBytesMax: options.bodyBytesMax ?? 8 * 1024 * 1024,
    readyDeadlineMs: options.readyDeadlineMs ?? 1_000,
  };
}

// Aborts when the gateway gives up on the call: nobody waits for the work any more.
function signalOfLeaving(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}

function sendFailure(
  error: unknown,
  request: IncomingMessage,
  response: ServerResponse,
  { door, log }: SubgraphListenerOptions,
): void {
  if (request.destroyed && !request.complete) return;
  if (error instanceof Refusal) {
    return send(response, statusOf(error.code), errorBody(error.code, error.message));
  }
  log({ level: 'error', message: 'request failed', subgraph: door.name, error });
  return send(response, 500, errorBody('INTERNAL', 'INTERNAL'));
}

const statusOf = (code: ErrorCode): number => statusByCode[code] ?? 400;

const statusByCode: Partial<Record<ErrorCode, number>> = {
  UNSIGNED_CALL: 401,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
};

const errorBody = (code: ErrorCode, message: string) => ({
  errors: [{ message, extensions: { code } }],
});

function send(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
    'cache-control': 'no-store',
  });
  response.end(bytes);
}

function listen(server: Server, { host, port }: SubgraphListenerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function closeServer(server: Server, deadlineMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), deadlineMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
