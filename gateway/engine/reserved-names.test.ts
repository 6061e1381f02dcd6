import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';

import { sharedGateway } from '../test-support/start-gateway.js';
import { reservedNames } from './reserved-names.js';

const gateway = sharedGateway();

describe('an alias that the planner would take for a name of its own is refused', () => {
  const nameAsId = '"name" cannot be called "id" here: linju needs that name of Place itself';

  test.each([
    ['a key', '{ places { id: name residents } }', nameAsId],
    ['a key, where no other subgraph is asked yet', '{ places { id: name } }', nameAsId],
    ['a key further down', '{ places { near { id: name } } }', nameAsId],
    [
      'a key in a fragment',
      '{ places { ...a residents } } fragment a on Place { id: name }',
      nameAsId,
    ],
    [
      'a key for a list',
      '{ places { id: near { name } residents } }',
      '"near" cannot be called "id" here: linju needs that name of Place itself',
    ],
    [
      'what another subgraph requires',
      '{ places { residents: name noticesPerResident } }',
      '"name" cannot be called "residents" here: linju needs that name of Place itself',
    ],
    [
      'the type name of an object',
      '{ place(id: "1") { __typename: id } }',
      '"id" cannot be called "__typename" here: linju needs that name of Place itself',
    ],
    [
      'the type name of the root',
      '{ __typename: total }',
      '"total" cannot be called "__typename" here: linju needs that name of Query itself',
    ],
  ])('%s', async (_, query, said) => {
    expect(await gateway().ask(query)).toEqual({
      errors: [
        {
          message: `${said}, to join what its parts know. Rename the alias.`,
          locations: [expect.anything()],
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ],
    });
  });

  test('so is the variable of the planner', async () => {
    const query =
      'query ($representations: ID!) { place(id: $representations) { name residents } }';
    expect(await gateway().ask(query, { representations: '1' })).toEqual({
      errors: [
        {
          message: 'linju needs the name "$representations" for itself. Rename the variable.',
          locations: [{ line: 1, column: 8 }],
          extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
        },
      ],
    });
    expect(gateway().logLines.filter((line) => line.includes('"level":50'))).toEqual([]);
  });
});

test('every other alias is answered, and the key may be asked under any name', async () => {
  const query =
    '{ here: place(id: "1") { id: id code: id title: name name: residents kind: __typename } }';
  expect(await gateway().ask(query)).toEqual({
    data: { here: { id: '1', code: '1', title: '野鸭冲', name: 10, kind: 'Place' } },
  });
});

test('keys and requirements are read down to their last field, of every type on the way', () => {
  const supergraph = buildSchema(
    `directive @join__type(graph: String, key: String) repeatable on OBJECT | INTERFACE
     directive @join__field(graph: String, requires: String) repeatable on FIELD_DEFINITION
     type Query { cell: Cell }
     type Cell @join__type(graph: "A", key: "subject { id } from") @join__type(graph: "B", key: "to") {
       subject: Subject
       from: String
       to: String
       totals: Totals
       ratio: Float @join__field(graph: "B", requires: "totals { ... on Money { spent } all }")
     }
     type Subject { id: ID name: String }
     interface Totals { all: Int }
     type Money implements Totals { all: Int spent: Int }`,
    { assumeValid: true },
  );
  expect(Object.fromEntries(reservedNames(supergraph))).toEqual({
    Cell: new Set(['subject', 'from', 'to', 'totals']),
    Subject: new Set(['id']),
    Money: new Set(['spent']),
    Totals: new Set(['all']),
  });
});
