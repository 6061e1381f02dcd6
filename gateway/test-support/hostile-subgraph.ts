import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { SubgraphDoor } from '@linju/kit';
import { graphql } from 'graphql';
import { onTestFinished } from 'vitest';

import { canary, toyDoor, toyResolvers, type ToyName } from './toy-graph.js';

/** What a subgraph behind HTTP can do to a gateway. */
export const hostileHttpModes = [
  'HANG',
  'HANG_IN_BODY',
  'TRICKLE',
  'RESET',
  'RESET_IN_BODY',
  'STATUS_500',
  'STATUS_401',
  'REDIRECT',
  'HTML',
  'MALFORMED',
  'TRUNCATED',
  'BAD_UTF8',
  'NOT_AN_OBJECT',
  'NO_DATA',
  'COMPRESSED',
  'HUGE',
  'HUGE_DECLARED',
  'SHORT_ENTITIES',
  'LONG_ENTITIES',
  'NO_ENTITIES',
  'WRONG_TYPENAME',
  'SCALAR_FOR_LIST',
  'SCALAR_FOR_OBJECT',
  'WRONG_LEAF',
  'MISSING_FIELD',
  'NULL_IN_NON_NULL',
  'SECRET_ERRORS',
  'MANY_ERRORS',
  'ODD_ERRORS',
] as const;
export type HostileHttpMode = (typeof hostileHttpModes)[number] | 'PROTO' | 'HONEST';

export interface HostileSubgraph {
  readonly url: string;
  /** How many bytes of its answers were taken from it, at most one socket buffer more. */
  bytesTaken(): number;
  /** Requests it got, by address. */
  readonly asked: readonly string[];
}

/**
 * A subgraph over HTTP that answers as its toy would, and then spoils the answer in one way. It
 * takes unsigned calls: it has no manners at all.
 */
export async function startHostileSubgraph(
  name: ToyName,
  mode: HostileHttpMode,
): Promise<HostileSubgraph> {
  const door = toyDoor(name);
  const asked: string[] = [];
  let bytesTaken = 0;
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.on('close', () => (bytesTaken += response.socket?.bytesWritten ?? 0));
    void honestAnswer(door, request).then((answer) => misbehave(mode, response, answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked, bytesTaken: () => bytesTaken };
}

/** What a subgraph in the same process can do: its resolvers misbehave, its schema is as it should be. */
export const hostileDoorModes = [
  'HANG',
  'THROW',
  'WRONG_LEAF',
  'SCALAR_FOR_LIST',
  'NULL_IN_NON_NULL',
] as const;
export type HostileDoorMode = (typeof hostileDoorModes)[number];

/** The door of `counts` whose fields of Place misbehave. */
export function hostileDoor(mode: HostileDoorMode): SubgraphDoor {
  const misbehaviour: Readonly<Record<HostileDoorMode, () => unknown>> = {
    HANG: () => new Promise(() => undefined),
    THROW: () => {
      throw new Error(canary);
    },
    WRONG_LEAF: () => [{ day: { odd: canary }, number: 'many' }],
    SCALAR_FOR_LIST: () => 7,
    NULL_IN_NON_NULL: () => [{ day: null, number: null }],
  };
  const honest = toyResolvers.counts as Record<string, Record<string, unknown>>;
  const residents = mode === 'HANG' || mode === 'THROW' ? misbehaviour[mode] : () => 'many';
  const Place = { ...honest['Place'], visits: misbehaviour[mode], residents };
  return toyDoor('counts', { ...honest, Place });
}

interface Answer {
  data: Record<string, unknown>;
  errors?: unknown[];
}

async function honestAnswer(door: SubgraphDoor, request: IncomingMessage): Promise<Answer> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  if (body === '') return { data: {} };
  const { query, variables } = JSON.parse(body) as { query: string; variables: {} };
  const contextValue = { call: {}, reads: 0 };
  const result = await graphql({
    schema: door.schema,
    source: query,
    variableValues: variables,
    contextValue,
  });
  return JSON.parse(JSON.stringify(result)) as Answer;
}

function misbehave(mode: HostileHttpMode, response: ServerResponse, answer: Answer): void {
  const wayward = waywardModes[mode];
  if (wayward) return wayward(response, JSON.stringify(answer));
  sendJson(response, JSON.stringify((tamperModes[mode] ?? ((same) => same))(answer)));
}

type Wayward = (response: ServerResponse, body: string) => void;

// Faults of the transport.
const waywardModes: Partial<Record<HostileHttpMode, Wayward>> = {
  HANG: () => undefined,
  HANG_IN_BODY: (response, body) => {
    response.writeHead(200, json).write(body.slice(0, 5));
  },
  TRICKLE: (response, body) => {
    response.writeHead(200, json);
    let sent = 0;
    const timer = setInterval(() => response.write(body[sent++] ?? ' '), 20);
    response.once('close', () => clearInterval(timer));
  },
  RESET: (response) => void response.socket?.resetAndDestroy(),
  RESET_IN_BODY: (response, body) => {
    response.writeHead(200, { ...json, 'content-length': body.length + 100 });
    response.write(body, () => response.socket?.resetAndDestroy());
  },
  STATUS_500: (response) => response.writeHead(500, json).end(JSON.stringify({ stack: canary })),
  STATUS_401: (response) =>
    response.writeHead(401, json).end(JSON.stringify({ errors: [{ message: canary }] })),
  REDIRECT: (response) => response.writeHead(302, { location: '/elsewhere' }).end(canary),
  HTML: (response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(`<h1>${canary}</h1>`),
  MALFORMED: (response) => sendJson(response, `{"data": ${canary}`),
  TRUNCATED: (response, body) => sendJson(response, body.slice(0, -3)),
  BAD_UTF8: (response, body) => {
    const [before = '', after = ''] = body.split('2024');
    response
      .writeHead(200, json)
      .end(Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(after)]));
  },
  NOT_AN_OBJECT: (response) => sendJson(response, JSON.stringify([canary])),
  NO_DATA: (response) => sendJson(response, '{}'),
  COMPRESSED: (response, body) =>
    response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(body),
  HUGE: (response) => {
    response.writeHead(200, json);
    pour(response);
  },
  HUGE_DECLARED: (response) => {
    response.writeHead(200, { ...json, 'content-length': 200 * 1024 * 1024 });
    pour(response);
  },
};

const json = { 'content-type': 'application/json' };

function sendJson(response: ServerResponse, body: string): void {
  response.writeHead(200, json).end(body);
}

// 200 MB of blanks, as fast as they are taken.
function pour(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  let left = 3_200;
  const next = (): void => {
    while (left > 0 && !response.destroyed) {
      left -= 1;
      if (!response.write(chunk)) return void response.once('drain', next);
    }
  };
  next();
}

type Tamper = (answer: Answer) => unknown;

const entitiesOf = (answer: Answer): Record<string, unknown>[] =>
  (answer.data['_entities'] ?? []) as Record<string, unknown>[];

const onEntities =
  (change: (entities: Record<string, unknown>[]) => unknown): Tamper =>
  (answer) => ({ data: { ...answer.data, _entities: change(entitiesOf(answer)) } });

const onEachEntity = (change: Record<string, unknown>): Tamper =>
  onEntities((entities) => entities.map((entity) => ({ ...entity, ...change })));

// Lies: well-formed answers that cannot be right.
const tamperModes: Partial<Record<HostileHttpMode, Tamper>> = {
  SHORT_ENTITIES: onEntities((entities) => entities.slice(1)),
  LONG_ENTITIES: onEntities((entities) => [...entities, ...entities]),
  NO_ENTITIES: () => ({ data: { other: canary } }),
  WRONG_TYPENAME: onEachEntity({ __typename: 'Visit' }),
  SCALAR_FOR_LIST: onEachEntity({ visits: canary }),
  SCALAR_FOR_OBJECT: onEachEntity({ visits: [canary] }),
  WRONG_LEAF: onEachEntity({ residents: canary }),
  MISSING_FIELD: onEntities((entities) => entities.map(() => ({ __typename: 'Place' }))),
  NULL_IN_NON_NULL: onEachEntity({ visits: [{ day: null, number: null }] }),
  SECRET_ERRORS: () => ({
    data: null,
    errors: [
      { message: canary, extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: [canary] } },
      { message: canary, path: ['_entities', 0, canary], extensions: { code: 'NOT_FOUND' } },
    ],
  }),
  MANY_ERRORS: (answer) => ({
    ...answer,
    errors: Array.from({ length: 50_000 }, () => ({ message: canary })),
  }),
  ODD_ERRORS: () => ({ data: null, errors: [null, 7, canary, { path: 'x', extensions: [] }] }),
  PROTO: () => JSON.parse(protoAnswer) as unknown,
};

const protoAnswer =
  '{"data":{"__proto__":{"polluted":1},"_entities":[{"__typename":"Place","residents":10,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]}}';
