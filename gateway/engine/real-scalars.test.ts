import { buildSubgraphSchema } from '@apollo/subgraph';
import { AdminCodeScalar, FenScalar, type SubgraphDoor } from '@linju/kit';
import { parse } from 'graphql';
import { beforeEach, describe, expect, test } from 'vitest';

import { bothTransports, sharedGateway } from '../test-support/start-gateway.js';
import { compose } from '../test-support/toy-graph.js';

// Two subgraphs, of which one writes without our scalars and the other takes them.
let written: string[] = [];
beforeEach(() => {
  written = [];
});

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

function doorOf(name: string, text: string, resolvers: object): SubgraphDoor {
  const sdl = `${link}\n${text}`;
  const typeDefs = parse(sdl);
  return {
    name,
    sdl,
    schema: buildSubgraphSchema({ typeDefs, resolvers: { ...resolvers } }),
    openContext: () => ({}),
    changes: () => Promise.resolve([]),
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

const note = (_: unknown, { text }: { text: string }) => written.push(text);
const pay = (_: unknown, { input }: { input: { amountFen: bigint; code: string } }) =>
  written.push(`${input.amountFen} ${input.code}`);

const doors = [
  doorOf('notes', 'type Query { notes: [String!] } type Mutation { note(text: String!): Int! }', {
    Query: { notes: () => written },
    Mutation: { note },
  }),
  doorOf(
    'payments',
    `scalar AdminCode scalar Fen scalar Other
     input PayInput { amountFen: Fen! code: AdminCode codes: [AdminCode!] }
     type Query { area(code: AdminCode!): AdminCode other(value: Other): String }
     type Mutation { pay(input: PayInput!): Int! }`,
    {
      AdminCode: AdminCodeScalar,
      Fen: FenScalar,
      Query: { area: (_: unknown, { code }: { code: string }) => code, other: () => 'taken' },
      Mutation: { pay },
    },
  ),
];

const wrongCode = /An administrative code is a text .*; received the text "43x"\.$/;

describe.each(bothTransports)('%s', (over) => {
  const gateway = sharedGateway({ over, doors, supergraphSdl: compose(doors) });

  const refuse = async (query: string, variables: Readonly<Record<string, unknown>> = {}) => {
    const { data, errors = [] } = await gateway().ask(query, variables);
    expect(data).toBeUndefined();
    expect(written).toEqual([]);
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'BAD_USER_INPUT' }]);
    return errors[0]?.message ?? '';
  };

  describe('a bad value stops the operation before another subgraph has written', () => {
    const writes = (input: string) => `{ note(text: "first") pay(input: ${input}) }`;

    test('in a variable', async () => {
      const message = await refuse(
        `mutation ($code: AdminCode) ${writes('{ amountFen: "1", code: $code }')}`,
        { code: '43x' },
      );
      expect(message).toMatch(/^Variable "\$code" got invalid value "43x"; /);
      expect(message).toMatch(wrongCode);
    });

    test('within a variable', async () => {
      const message = await refuse(`mutation ($input: PayInput!) ${writes('$input')}`, {
        input: { amountFen: '1', codes: ['430202', '43x'] },
      });
      expect(message).toMatch(
        /^Variable "\$input" got invalid value "43x" at "input.codes\[1\]"; /,
      );
    });

    test('written in the operation', async () => {
      const message = await refuse(`mutation ${writes('{ amountFen: "1", codes: ["43x"] }')}`);
      expect(message).toMatch(/^The argument "input\.codes" is not accepted\. /);
      expect(message).toMatch(wrongCode);
    });

    test('as the default of a variable', async () => {
      const message = await refuse(
        `mutation ($code: AdminCode = "43x") ${writes('{ amountFen: "1", code: $code }')}`,
      );
      expect(message).toMatch(/^The default of the variable "\$code" is not accepted\. /);
    });

    test('as money in a number', async () => {
      expect(await refuse(`mutation ${writes('{ amountFen: 100 }')}`)).toMatch(
        /^The argument "input\.amountFen" is not accepted\. /,
      );
    });
  });

  test('good values reach the subgraph as they were sent', async () => {
    const query =
      'mutation ($code: AdminCode) { note(text: "first") pay(input: { amountFen: "10050000", code: $code }) }';
    expect(await gateway().ask(query, { code: '430202' })).toEqual({ data: { note: 1, pay: 2 } });
    expect(written).toEqual(['first', '10050000 430202']);
    expect(await gateway().ask('{ area(code: "430202") }')).toEqual({ data: { area: '430202' } });
  });

  test('a scalar that kit does not know takes anything', async () => {
    const query = 'query ($value: Other) { a: other(value: $value) b: other(value: [1]) }';
    expect(await gateway().ask(query, { value: { any: 'thing' } })).toEqual({
      data: { a: 'taken', b: 'taken' },
    });
  });
});

describe('how it is told', () => {
  const gateway = sharedGateway({ doors, supergraphSdl: compose(doors) });

  test.each([
    ['application/json', 200],
    ['application/graphql-response+json', 400],
  ])('as %s with status %i, as other operations that do not fit', async (accept, status) => {
    const response = await fetch(`${gateway().url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept },
      body: JSON.stringify({ query: '{ area(code: "43x") }' }),
    });
    expect(response.status).toBe(status);
  });

  test('what does not fit the schema is told first', async () => {
    const { errors } = await gateway().ask('{ area(code: "43x") nothing }');
    expect(errors?.map(({ message, extensions }) => [message, extensions['code']])).toEqual([
      ['Cannot query field "nothing" on type "Query".', 'GRAPHQL_VALIDATION_FAILED'],
    ]);
  });
});
