import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';

import { sharedGateway } from '../test-support/start-gateway.js';

const gateway = sharedGateway();

async function send(query: string, variables = '{}') {
  const response = await fetch(`${gateway().url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"query":${JSON.stringify(query)},"variables":${variables}}`,
  });
  const body = (await response.json()) as { errors: { message: string; extensions: object }[] };
  return { status: response.status, errors: body.errors };
}

const near = (levels: number): string =>
  `{ places ${'{ near '.repeat(levels - 2)}{ id }${' }'.repeat(levels - 2)} }`;

test('a query of sixty levels is refused with one error that says why', async () => {
  expect(await send(near(60))).toEqual({
    status: 400,
    errors: [
      {
        message:
          'The operation has 60 levels of fields; the limit (depth) is 20. Ask for less at once, or split it.',
        extensions: { code: 'LIMIT_EXCEEDED', limit: 'depth', allowed: 20, actual: 60 },
      },
    ],
  });
});

test('GraphiQL gets its introspection', async () => {
  const { data, errors } = await gateway().ask(getIntrospectionQuery());
  expect(errors).toBeUndefined();
  expect(data).toHaveProperty(['__schema', 'queryType', 'name'], 'Query');
});

const many = (count: number, word: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => word(index)).join(' ');

describe('bombs are refused before anything is planned, and the next request is served', () => {
  test.each([
    [
      'fragments that double on a recursive edge',
      `{ places { ...f0 } } ${many(20, (n) => `fragment f${n} on Place { near { ...f${n + 1} } more: near { ...f${n + 1} } }`)} fragment f20 on Place { id }`,
    ],
    [
      'introspection of types of fields of types',
      `{ __schema { types { ${'fields { type { '.repeat(8)} name ${'} }'.repeat(8)} } } }`,
    ],
    [
      'inline fragments in inline fragments',
      `{ places { ${many(50, () => '... on Place { '.repeat(20) + 'id' + ' }'.repeat(20))} } }`,
    ],
    ['a thousand equal fields with arguments', `{ ${many(1_000, (n) => `echo(text: "${n}")`)} }`],
    [
      'lists of variables 20,000 deep',
      '{ total }',
      `{"deep":${'['.repeat(20_000)}${']'.repeat(20_000)}}`,
    ],
  ])('%s', async (_, query, variables = '{}') => {
    const { status, errors } = await send(query, variables);
    expect([200, 400]).toContain(status);
    expect(errors.length).toBeLessThanOrEqual(5);
    expect(errors[0]?.extensions).toMatchObject({
      code: expect.stringMatching(/^(LIMIT_EXCEEDED|GRAPHQL_VALIDATION_FAILED)$/),
    });
    expect(await gateway().ask('{ total }')).toEqual({ data: { total: 30 } });
  });
});

test('a batch is one request too many', async () => {
  const response = await fetch(`${gateway().url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `[${many(1_000, () => '{"query":"{ total }"}').replaceAll('} {', '},{')}]`,
  });
  expect(response.status).toBe(400);
});
