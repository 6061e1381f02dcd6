import { serveSubgraph, systemClock, type SubgraphDoor, type SubgraphListener } from '@linju/kit';
import { pino, type Logger } from 'pino';
import { afterAll, beforeAll, onTestFinished } from 'vitest';

import {
  createGateway,
  httpTransport,
  inProcessTransport,
  parseGatewayConfig,
  type Gateway,
  type GatewayParts,
  type HttpTransportOptions,
  type Transport,
} from '../index.js';
import { toyDoors, toySupergraph } from './toy-graph.js';

/** The two ways to the subgraphs; a test of the gateway usually holds for both. */
export const bothTransports = ['in process', 'over HTTP'] as const;
export type TransportName = (typeof bothTransports)[number];

export interface TestGatewayOptions extends Partial<Omit<GatewayParts, 'config'>> {
  readonly over?: TransportName;
  readonly doors?: readonly SubgraphDoor[];
  /** Addresses that replace those of the toy subgraphs: hostile ones. */
  readonly addresses?: Readonly<Record<string, string>>;
  readonly bounds?: Partial<HttpTransportOptions>;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface TestGateway {
  readonly gateway: Gateway;
  readonly url: string;
  /** Everything the gateway has logged, one JSON text per line. */
  readonly logLines: readonly string[];
  /** Asks by POST and gives the parsed answer. */
  ask(query: string, variables?: Readonly<Record<string, unknown>>): Promise<TestAnswer>;
}

export interface TestAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly TestError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface TestError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly locations?: readonly { readonly line: number; readonly column: number }[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export const callSecret = 'a secret that only these tests share';

/** Takes what ends a part of a test's world, to be called when the test is over. */
type AtEnd = (end: () => unknown) => void;

/** One gateway for all tests of a file or group, where they leave no trace in it. */
export function sharedGateway(options: TestGatewayOptions = {}): () => TestGateway {
  const ends: (() => unknown)[] = [];
  let started: TestGateway | undefined;
  beforeAll(async () => {
    started = await startGateway(options, (end) => ends.unshift(end));
  });
  afterAll(async () => {
    for (const end of ends) await end();
  });
  return () => {
    if (!started) throw new Error('The shared gateway is there within tests only.');
    return started;
  };
}

/** Starts a gateway over the toy graph on a free port; it ends with the test. */
export async function startGateway(
  options: TestGatewayOptions = {},
  atEnd: AtEnd = (end) => onTestFinished(async () => void (await end())),
): Promise<TestGateway> {
  const doors = options.doors ?? toyDoors();
  const { log, logLines } = collectLog();
  const transport = options.transport ?? (await transportTo(doors, options, { log, atEnd }));
  const gateway = await createGateway({
    config: parseGatewayConfig({ PORT: '0', LINJU_LOG_LEVEL: 'debug', ...options.environment }),
    supergraphSdl: options.supergraphSdl ?? toySupergraph(),
    transport,
    log,
    clock: systemClock,
    ...(options.viewerOfRequest ? { viewerOfRequest: options.viewerOfRequest } : {}),
    ...(options.staticFolders ? { staticFolders: options.staticFolders } : {}),
  });
  atEnd(async () => {
    await gateway.close();
    await transport.close();
  });
  const url = await gateway.listen();
  return { gateway, url, logLines, ask: asker(url) };
}

async function transportTo(
  doors: readonly SubgraphDoor[],
  { over = 'in process', addresses = {}, bounds = {} }: TestGatewayOptions,
  { log, atEnd }: { readonly log: Logger; readonly atEnd: AtEnd },
): Promise<Transport> {
  if (over === 'in process') return inProcessTransport({ doors, log });
  const honest = doors.filter(({ name }) => !(name in addresses));
  const listening = await Promise.all(honest.map((door) => listen(door, atEnd)));
  const known = Object.fromEntries(
    honest.map(({ name }, index) => [name, listening[index]?.url ?? '']),
  );
  return httpTransport({
    addresses: { ...known, ...addresses },
    secret: callSecret,
    clock: systemClock,
    ...bounds,
  });
}

async function listen(door: SubgraphDoor, atEnd: AtEnd): Promise<SubgraphListener> {
  const where = { host: '127.0.0.1', port: 0, secret: callSecret };
  const listener = await serveSubgraph({
    door,
    clock: systemClock,
    log: () => undefined,
    ...where,
  });
  atEnd(() => listener.close(0));
  return listener;
}

function collectLog() {
  const logLines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logLines.push(line) });
  return { log, logLines };
}

function asker(url: string): TestGateway['ask'] {
  return async (query, variables = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return (await response.json()) as TestAnswer;
  };
}
