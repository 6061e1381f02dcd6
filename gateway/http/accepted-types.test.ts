import { describe, expect, test } from 'vitest';

import { sharedGateway } from '../test-support/start-gateway.js';

const gateway = sharedGateway();

async function typeFor(accept: string) {
  const response = await fetch(`${gateway().url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: '{"query":"{ total }"}',
  });
  const { errors } = (await response.json()) as { errors?: { extensions: object }[] };
  const type = response.headers.get('content-type')?.split(';')[0];
  return errors ? [response.status, errors[0]?.extensions] : [response.status, type];
}

const json = 'application/json';
const graphqlJson = 'application/graphql-response+json';

describe('an answer has a type that the client takes', () => {
  test.each([
    ['*/*', json],
    ['text/html, */*;q=0.1', json],
    [`${json};q=0, */*`, graphqlJson],
    [`${json}; q=0.000 , application/*`, graphqlJson],
    [`*/*;q=0, ${json}`, json],
    [`${graphqlJson};q=0,*/*;q=0.5`, json],
    [`text/html;q=0, ${graphqlJson}, ${json}`, graphqlJson],
    [`${json};q=0.01`, json],
  ])('%s', async (accept, type) => {
    expect(await typeFor(accept)).toEqual([200, type]);
  });
});

describe('a client that takes neither type is told so', () => {
  test.each([
    `${json};q=0, */*;q=0`,
    `${json};q=0`,
    `${graphqlJson};Q=0.0, ${json};q=0`,
    'application/*;q=0, */*',
    'text/html',
  ])('%s', async (accept) => {
    expect(await typeFor(accept)).toEqual([406, { code: 'NOT_ACCEPTABLE' }]);
  });
});
