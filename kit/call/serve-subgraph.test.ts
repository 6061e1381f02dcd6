import { request } from 'node:http';

import { buildSchema, type GraphQLSchema } from 'graphql';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';

import { systemClock } from '../clock.js';
import type { Change, ChangeCursor } from '../data/outbox.js';
import { Fault, Refusal } from '../errors.js';
import { callSigner } from './signed-call.js';
import { serveSubgraph, type SubgraphListener, type SubgraphLogEntry } from './serve-subgraph.js';
import type { SubgraphCall, SubgraphDoor } from './subgraph-door.js';
import { officerOf } from './viewer.js';

const secret = 'a secret that only these tests share';
const canary = 'canary select * from secret_table';

interface Context {
  readonly call: SubgraphCall;
}

let entered = (): void => undefined;
let left = (): void => undefined;

const resolvers = {
  who: (_: unknown, { call }: Context) => `${call.viewer.id} ${call.requestId}`,
  refusal: () => {
    throw new Refusal('NOT_FOUND', { message: 'No such thing.', field: 'id' });
  },
  fault: () => {
    throw new Fault('STORAGE_FULL', canary);
  },
  bug: () => {
    throw new Error(canary);
  },
  waits: (_: unknown, { call }: Context) =>
    new Promise((resolve) => {
      entered();
      call.signal?.addEventListener('abort', () => {
        left();
        resolve('left');
      });
    }),
};

function schema(): GraphQLSchema {
  const built = buildSchema(
    'type Query { who: String refusal: String fault: String bug: String waits: String echo(number: Int): Int _service: String }',
  );
  const fields = built.getQueryType()?.getFields() ?? {};
  for (const [name, resolve] of Object.entries(resolvers)) {
    const field = fields[name];
    if (field) field.resolve = (_source, _input, context: Context) => resolve(_source, context);
  }
  return built;
}

const changes: Change[] = [
  {
    cursor: { xid: '7', position: '1' },
    entityType: 'Fund',
    entityId: 'fund_fixture_a',
    change: 'CREATED',
    districtCode: null,
    at: new Date('2024-09-21T00:00:00Z'),
  },
];

let log: SubgraphLogEntry[] = [];
let asked: (ChangeCursor | number | null)[] = [];
beforeEach(() => {
  log = [];
  asked = [];
});

const door = (ready: SubgraphDoor['ready'] = () => Promise.resolve()): SubgraphDoor => ({
  name: 'funds',
  sdl: '',
  schema: schema(),
  openContext: (call): Context => ({ call }),
  changes: (after, limit) => {
    asked.push(after, limit);
    return Promise.resolve(changes);
  },
  ready,
  close: () => Promise.resolve(),
});

async function listen(ready?: SubgraphDoor['ready']): Promise<SubgraphListener> {
  const listener = await serveSubgraph({
    door: door(ready),
    secret,
    host: '127.0.0.1',
    port: 0,
    clock: systemClock,
    log: (entry) => log.push(entry),
    bodyBytesMax: 10_000,
    readyDeadlineMs: 200,
  });
  onTestFinished(() => listener.close(0));
  return listener;
}

const sign = callSigner(secret, systemClock);
const signed = (operation: string, subgraph = 'funds') =>
  sign({ subgraph, viewer: officerOf('430202'), requestId: 'request-1', operation });

async function post(url: string, body: string, header: string | null = signed(body)) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(header ? { 'linju-call': header } : {}) },
    body,
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

const ask = (query: string) => JSON.stringify({ query });

describe('only calls signed by the gateway are answered', () => {
  const unsigned = {
    status: 401,
    body: {
      errors: [
        {
          message:
            'This subgraph answers only calls signed by its gateway. Ask the gateway instead.',
          extensions: { code: 'UNSIGNED_CALL' },
        },
      ],
    },
  };

  test('a signed one, with its viewer and request id', async () => {
    const { url } = await listen();
    expect(await post(url, ask('{ who }'))).toEqual({
      status: 200,
      body: { data: { who: 'officer-430202 request-1' } },
    });
  });

  test.each([
    ['an operation', '{ who }'],
    ['the schema', '{ _service }'],
    ['introspection', '{ __schema { types { name } } }'],
  ])('not %s without a signature', async (_, query) => {
    const { url } = await listen();
    expect(await post(url, ask(query), null)).toEqual(unsigned);
    expect(log.map(({ message }) => message)).toEqual(['call refused: MISSING']);
  });

  test('not one for another subgraph, for another operation, or sent twice', async () => {
    const { url } = await listen();
    const body = ask('{ who }');
    expect(await post(url, body, signed(body, 'partners'))).toEqual(unsigned);
    expect(await post(url, body, signed(ask('{ bug }')))).toEqual(unsigned);
    const once = signed(body);
    expect((await post(url, body, once)).status).toBe(200);
    expect(await post(url, body, once)).toEqual(unsigned);
    expect(log.map(({ message }) => message)).toEqual([
      'call refused: OTHER_SUBGRAPH',
      'call refused: OTHER_OPERATION',
      'call refused: REPLAYED',
    ]);
  });
});

test('a stranger is refused before a body is read', async () => {
  const { url } = await listen();
  const status = await new Promise<number | undefined>((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': 5_000 };
    const unfinished = request(`${url}/graphql`, { method: 'POST', headers }, (answer) => {
      resolve(answer.statusCode);
      unfinished.destroy();
    });
    unfinished.on('error', () => undefined);
    unfinished.write('{');
  });
  expect(status).toBe(401);
});

test('a refusal keeps its words, a fault its code, a bug nothing; the log has the originals', async () => {
  const { url } = await listen();
  const { body } = await post(url, ask('{ refusal fault bug }'));
  expect(body).toEqual({
    data: { refusal: null, fault: null, bug: null },
    errors: [
      {
        message: 'No such thing.',
        path: ['refusal'],
        extensions: { code: 'NOT_FOUND', refusal: true, field: 'id' },
      },
      { message: 'STORAGE_FULL', path: ['fault'], extensions: { code: 'STORAGE_FULL' } },
      { message: 'INTERNAL', path: ['bug'], extensions: { code: 'INTERNAL' } },
    ],
  });
  expect(log.map(({ requestId, error }) => [requestId, String(error)])).toEqual([
    ['request-1', expect.stringContaining(canary)],
    ['request-1', expect.stringContaining(canary)],
  ]);
});

test("a value that does not fit is the caller's mistake", async () => {
  const { url } = await listen();
  const literal = await post(url, ask('{ echo(number: "x") }'));
  expect(literal.body).toMatchObject({
    errors: [{ extensions: { code: 'BAD_USER_INPUT', refusal: true } }],
  });
  const variable = await post(
    url,
    JSON.stringify({ query: 'query ($n: Int) { echo(number: $n) }', variables: { n: 'x' } }),
  );
  expect(variable.body).toMatchObject({
    errors: [{ extensions: { code: 'BAD_USER_INPUT', refusal: true } }],
  });
});

test.each([
  ['too large', 'x'.repeat(20_000), 413, 'PAYLOAD_TOO_LARGE'],
  ['not JSON', '{', 400, 'BAD_REQUEST'],
  ['a list', '[]', 400, 'BAD_REQUEST'],
  ['without a query', '{}', 400, 'BAD_REQUEST'],
])('a signed body that is %s is refused', async (_, body, status, code) => {
  const { url } = await listen();
  expect(await post(url, body)).toMatchObject({
    status,
    body: { errors: [{ extensions: { code } }] },
  });
});

describe('changes', () => {
  const get = async (url: string, target: string, operation = target) => {
    const response = await fetch(`${url}${target}`, {
      headers: { 'linju-call': signed(operation) },
    });
    return { status: response.status, body: (await response.json()) as unknown };
  };

  test('come after a cursor, at most so many', async () => {
    const { url } = await listen();
    expect(await get(url, '/changes?after=7,1&limit=5')).toEqual({
      status: 200,
      body: { changes: [{ ...changes[0], at: '2024-09-21T00:00:00.000Z' }] },
    });
    await get(url, '/changes');
    expect(asked).toEqual([{ xid: '7', position: '1' }, 5, null, 1_000]);
  });

  test.each([
    ['/changes?after=7', 400],
    ['/changes?after=x,y', 400],
    ['/changes?limit=0', 400],
    ['/changes?limit=1001', 400],
    ['/changes?limit=many', 400],
  ])('%s is refused', async (target, status) => {
    const { url } = await listen();
    expect((await get(url, target)).status).toBe(status);
    expect(asked).toEqual([]);
  });

  test('are told only to the gateway, and a signature is for one address', async () => {
    const { url } = await listen();
    expect((await fetch(`${url}/changes`)).status).toBe(401);
    expect((await get(url, '/changes?limit=9', '/changes?limit=1')).status).toBe(401);
  });
});

test.each<[string, SubgraphDoor['ready'], number]>([
  ['answers', () => Promise.resolve(), 200],
  ['does not answer', () => Promise.reject(new Error(canary)), 503],
  ['hangs', () => new Promise(() => undefined), 503],
])('health is told to everyone: the store %s', async (_, ready, status) => {
  const { url } = await listen(ready);
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  const response = await fetch(`${url}/health/ready`);
  expect(response.status).toBe(status);
  expect(await response.text()).not.toContain('canary');
});

test('a gateway that gives up ends the work', async () => {
  const { url } = await listen();
  const begun = new Promise<void>((resolve) => (entered = resolve));
  const ended = new Promise<void>((resolve) => (left = resolve));
  const controller = new AbortController();
  const body = ask('{ waits }');
  const call = fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'linju-call': signed(body) },
    body,
    signal: controller.signal,
  });
  await begun;
  controller.abort();
  await expect(call).rejects.toThrow();
  await ended;
});

test.each(['/', '/nowhere', '//'])('%s is not there', async (path) => {
  const { url } = await listen();
  expect([400, 404]).toContain((await fetch(`${url}${path}`)).status);
});

test('a port that is taken is said at the start', async () => {
  const { url } = await listen();
  const port = Number(new URL(url).port);
  const again = serveSubgraph({
    door: door(),
    secret,
    host: '127.0.0.1',
    port,
    clock: systemClock,
    log: () => undefined,
  });
  await expect(again).rejects.toThrow('EADDRINUSE');
});
