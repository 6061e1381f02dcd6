import type { AddressInfo } from 'node:net';

import { invariant, type Clock } from '@linju/kit';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

import { everyoneIsAnonymous, type ViewerOfRequest } from './access/viewer-of-request.js';
import type { GatewayConfig } from './config.js';
import { loadApolloGeneration } from './engine/apollo-generation.js';
import { createEngine, type Engine } from './engine/engine.js';
import type { Transport } from './engine/transport/transport.js';
import { createHandleRequest, type HandleRequest } from './handle-request.js';
import { drainer } from './http/drain.js';
import { buildServer } from './http/server.js';
import { ServingState } from './http/serving-phase.js';
import type { StaticFolder } from './http/static-folders.js';

export interface GatewayParts {
  readonly config: GatewayConfig;
  /** The composed supergraph, as text. */
  readonly supergraphSdl: string;
  readonly transport: Transport;
  readonly log: Logger;
  /** For identities and caches, which depend on the time; nothing before them does. */
  readonly clock?: Clock;
  /** Default: everyone is anonymous. */
  readonly viewerOfRequest?: ViewerOfRequest;
  /** Built pages to serve, such as the playground. */
  readonly staticFolders?: readonly StaticFolder[];
}

export interface Gateway {
  readonly engine: Engine;
  /** The whole way of a request but HTTP; for callers in the same process. */
  readonly handle: HandleRequest;
  /**
   * Opens the port.
   * @param at  default: host and port of the config
   * @returns the address, `http://127.0.0.1:4000`
   * @throws Error when the port is taken or the host is not this machine's
   */
  listen(at?: { readonly host: string; readonly port: number }): Promise<string>;
  /** The address while it listens, else null. */
  address(): string | null;
  /**
   * Ends without dropping anything. Asked twice, it drains once.
   * @param deadlineMs  for running requests, from the moment new ones are refused
   */
  drain(deadlineMs: number): Promise<void>;
  /** Ends at once; running requests are cut. */
  close(): Promise<void>;
}

/**
 * Builds a gateway, not yet listening. It knows no subgraph: supergraph and transport are values.
 * The transport stays open: who made it closes it.
 * @throws SupergraphRefused, Error when a static folder is not built
 */
export async function createGateway(parts: GatewayParts): Promise<Gateway> {
  const { config, transport, log } = parts;
  const engine = await createEngine(parts.supergraphSdl, loaderOf(parts));
  const handle = createHandleRequest({
    engine,
    viewerOfRequest: parts.viewerOfRequest ?? everyoneIsAnonymous,
    limits: config.limits,
    operationMs: config.deadlines.operationMs,
    log,
  });
  const state = new ServingState();
  const staticFolders = parts.staticFolders ?? [];
  const subgraphs = () => engine.generation.subgraphs;
  const server = await buildServer({
    config,
    handle,
    transport,
    subgraphs,
    state,
    staticFolders,
    log,
  });
  return { engine, handle, ...lifeOf(server, state, engine, config) };
}

function loaderOf({ config, transport, log }: GatewayParts) {
  return (supergraphSdl: string) =>
    loadApolloGeneration(supergraphSdl, {
      transport,
      limits: config.limits,
      deadlines: config.deadlines,
      operationCacheBytesMax: config.operationCacheBytesMax,
      log,
    });
}

function lifeOf(
  server: FastifyInstance,
  state: ServingState,
  engine: Engine,
  config: GatewayConfig,
): Omit<Gateway, 'engine' | 'handle'> {
  const drain = drainer(server, state);
  let ending: Promise<void> | null = null;
  const end = (deadlineMs: number, noticeMs: number): Promise<void> => {
    ending ??= drain({ deadlineMs, noticeMs }).then(() => engine.stop());
    return ending;
  };
  return {
    async listen(at = config) {
      await server.listen({ host: at.host, port: at.port });
      state.moveTo('SERVING');
      const address = addressOf(server);
      invariant(address !== null, 'a listening server has an address');
      return address;
    },
    address: () => addressOf(server),
    drain: (deadlineMs) => end(deadlineMs, config.drainNoticeMs),
    close: () => end(0, 0),
  };
}

function addressOf(server: FastifyInstance): string | null {
  const bound = server.server.address() as AddressInfo | null;
  if (!bound) return null;
  const host = bound.family === 'IPv6' ? `[${bound.address}]` : bound.address;
  return `http://${host}:${bound.port}`;
}
