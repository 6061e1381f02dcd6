import { serverAudits } from 'graphql-http';
import { describe, expect, test } from 'vitest';

import { bothTransports, sharedGateway, startGateway } from '../test-support/start-gateway.js';

const gateway = sharedGateway();

const json = { 'content-type': 'application/json' };
const graphqlResponse = { ...json, accept: 'application/graphql-response+json' };

const post = (url: string, query: string, headers: Record<string, string> = json) =>
  fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });

test.each(bothTransports)(
  '%s, every audit of GraphQL over HTTP passes, warnings included',
  async (over) => {
    const { url } = await startGateway({ over });
    const audits = serverAudits({ url: `${url}/graphql` });
    const results = await Promise.all(audits.map((audit) => audit.fn()));
    expect(results.filter(({ status }) => status !== 'ok')).toEqual([]);
    expect(results.length).toBe(61);
  },
);

describe('a refused operation', () => {
  test.each([
    ['a document that does not parse', '{', 'GRAPHQL_PARSE_FAILED'],
    ['a field that is not there', '{ nowhere }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a variable that does not fit', 'query ($ms: Int!) { wait(ms: $ms) }', 'BAD_USER_INPUT'],
    [
      'several operations without a choice',
      'query A { total } query B { total }',
      'OPERATION_RESOLUTION_FAILURE',
    ],
    ['a document of fragments', 'fragment A on Query { total }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a subscription', 'subscription { total }', 'OPERATION_RESOLUTION_FAILURE'],
  ])('%s has its code, and its status by media type', async (_, query, code) => {
    const { url } = gateway();
    const plain = await post(url, query);
    const exact = await post(url, query, graphqlResponse);
    expect([plain.status, exact.status]).toEqual([200, 400]);
    const body = (await plain.json()) as { errors: { extensions: object }[] };
    expect(body.errors[0]?.extensions).toEqual({ code });
    expect(await exact.json()).toEqual(body);
  });

  test('tells the place in the query', async () => {
    const { ask } = gateway();
    const { errors } = await ask('{ total\n nowhere }');
    expect(errors).toEqual([
      {
        message: 'Cannot query field "nowhere" on type "Query".',
        locations: [{ line: 2, column: 2 }],
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ]);
  });

  test('lists at most five errors', async () => {
    const { ask } = gateway();
    const { errors } = await ask(`{ ${Array.from({ length: 30 }, (_, n) => `x${n}`).join(' ')} }`);
    expect(errors?.length).toBe(5);
  });
});

describe('GET', () => {
  test('reads, with variables and an operation name', async () => {
    const { url } = gateway();
    const query = new URLSearchParams({
      query: 'query A($id: ID!) { place(id: $id) { name } } query B { total }',
      variables: '{"id":"1"}',
      operationName: 'A',
    });
    const response = await fetch(`${url}/graphql?${query.toString()}`);
    expect(await response.json()).toEqual({ data: { place: { name: '野鸭冲' } } });
  });

  test('never writes', async () => {
    const { url } = gateway();
    const mutation = 'mutation { renamePlace(id: "1", name: "x") { name } }';
    const response = await fetch(`${url}/graphql?query=${encodeURIComponent(mutation)}`);
    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }],
    });
  });

  test.each([
    ['a parameter twice', 'query={total}&query={total}', 'BAD_REQUEST'],
    ['no query', 'q={total}', 'BAD_REQUEST'],
    ['variables that are no JSON', 'query={total}&variables={', 'BAD_REQUEST'],
    ['escapes that are not UTF-8', 'query={echo(text:"%FF")}', 'BAD_ENCODING'],
  ])('refuses %s', async (_, search, code) => {
    const { url } = gateway();
    const response = await fetch(`${url}/graphql?${search}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code } }] });
  });
});

test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
  '%s is told which methods there are',
  async (method) => {
    const { url } = gateway();
    const response = await fetch(`${url}/graphql`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST');
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'METHOD_NOT_ALLOWED' } }],
    });
  },
);

test('a client that takes neither media type is told which there are', async () => {
  const { url } = gateway();
  const response = await post(url, '{ total }', { ...json, accept: 'text/html' });
  expect(response.status).toBe(406);
  expect(await response.json()).toMatchObject({
    errors: [{ extensions: { code: 'NOT_ACCEPTABLE' } }],
  });
});

test('an address where nothing is answers as a problem with a code', async () => {
  const { url } = gateway();
  const response = await fetch(`${url}/nowhere`, { method: 'POST', body: 'x' });
  expect(response.status).toBe(404);
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(await response.json()).toMatchObject({ code: 'NOT_FOUND', status: 404 });
});
