import { describe, expect, test } from 'vitest';

import { startGateway } from '../test-support/start-gateway.js';
import {
  compose,
  toyDoor,
  toyDoors,
  toyResolvers,
  toySupergraph,
} from '../test-support/toy-graph.js';
import { SupergraphRefused } from './engine.js';

const twoDoors = () => [toyDoor('places'), toyDoor('counts')];

test('operations under way end on the generation they began with', async () => {
  let goOn = (): void => undefined;
  const held = new Promise<string>((resolve) => (goOn = () => resolve('waited')));
  let waiting = 0;
  const wait = () => {
    waiting += 1;
    return held;
  };
  const honest = toyResolvers.places as Record<string, object>;
  const places = toyDoor('places', { ...honest, Query: { ...honest['Query'], wait } });
  const { gateway, ask } = await startGateway({
    doors: [places, toyDoor('counts'), toyDoor('notices')],
    environment: { LINJU_READ_DEADLINE_MS: '60000', LINJU_OPERATION_DEADLINE_MS: '60000' },
  });
  const began = ask('{ wait(ms: 0) place(id: "1") { notices { text } } }');
  await expect.poll(() => waiting, { timeout: 20_000 }).toBe(1);
  await gateway.engine.swap(compose(twoDoors()));
  const after = await ask('{ place(id: "1") { notices { text } } }');
  goOn();
  expect(after.errors?.[0]?.extensions['code']).toBe('GRAPHQL_VALIDATION_FAILED');
  expect(await began).toEqual({
    data: { wait: 'waited', place: { notices: [{ text: 'market' }, { text: 'rain' }] } },
  });
});

describe('a supergraph that cannot be served leaves the old one serving', () => {
  const protectedBy = (directive: string, sdl: string) =>
    compose([
      {
        name: 'places',
        sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "${directive.split('(')[0]}"]) ${sdl}`,
      },
    ]);
  const authenticated = protectedBy('@authenticated', 'type Query { total: Int @authenticated }');

  test.each([
    ['no SDL', 'type Query {', 'not readable'],
    ['no supergraph', 'type Query { a: Int }', 'cannot be loaded'],
    [
      'a subgraph that nobody reaches',
      compose([{ ...toyDoor('counts'), name: 'elsewhere' }]),
      'elsewhere',
    ],
    ['@authenticated', authenticated, 'no access map'],
    [
      '@authenticated with its purpose taken out',
      authenticated.replaceAll(', for: SECURITY', ''),
      'no access map',
    ],
    [
      '@requiresScopes',
      protectedBy(
        '@requiresScopes',
        'type Query { total: Int @requiresScopes(scopes: [["a"]]) }',
      ).replaceAll(', for: SECURITY', ''),
      'no access map',
    ],
    [
      'an access directive under another name',
      authenticated
        .replaceAll(', for: SECURITY', '')
        .replaceAll('@authenticated', '@a')
        .replace('/authenticated/v0.1"', '/authenticated/v0.1", as: "a"'),
      'no access map',
    ],
  ])('%s', async (_, supergraphSdl, why) => {
    const { gateway, ask } = await startGateway();
    const before = gateway.engine.generation;
    const swap = gateway.engine.swap(supergraphSdl);
    await expect(swap).rejects.toThrow(SupergraphRefused);
    await expect(swap).rejects.toThrow(why);
    expect(gateway.engine.generation).toBe(before);
    expect(await ask('{ total }')).toEqual({ data: { total: 30 } });
    await expect(startGateway({ supergraphSdl })).rejects.toThrow(SupergraphRefused);
  });
});

test('loaders live as long as the operation, in one process', async () => {
  const { ask } = await startGateway();
  // Two waves reach `places`; each operation begins with a context of its own.
  expect(await ask('{ one: reads two: reads }')).toEqual({ data: { one: 1, two: 2 } });
  expect(await ask('{ one: reads }')).toEqual({ data: { one: 1 } });
});

test('the viewer that the front door made reaches the subgraph', async () => {
  const { ask } = await startGateway({
    over: 'over HTTP',
    viewerOfRequest: (headers) => ({
      kind: 'PERSON',
      id: `person of ${String(headers['content-type'])}`,
      role: 'CITY_ANALYST',
      scopes: [],
      districts: [],
      city: '430200',
      partnerId: null,
    }),
  });
  expect(await ask('{ viewer }')).toEqual({ data: { viewer: 'person of application/json' } });
});

test('reporting of the stock gateway is off', () => {
  expect(process.env['APOLLO_TELEMETRY_DISABLED']).toBe('1');
});

test('the query plan is told to nobody who sends a header', async () => {
  const { url } = await startGateway({ doors: toyDoors(), supergraphSdl: toySupergraph() });
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'Apollo-Query-Plan-Experimental': '1' },
    body: '{"query":"{ total }"}',
  });
  expect(await response.json()).toEqual({ data: { total: 30 } });
});
