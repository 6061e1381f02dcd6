import { expect, test } from 'vitest';

import { districts, funds, graphOf, withText } from '../test-support/sample-subgraphs.js';
import { breachesOf } from './index.js';

const breachesAfter = (from: string, to: string, owners = {}) =>
  breachesOf(graphOf(withText(from, to), owners)).map(({ law, coordinate, subgraph }) => ({
    law,
    coordinate,
    subgraph,
  }));

test('two subgraphs that keep the laws break none', () => {
  expect(breachesOf(graphOf([districts, funds]))).toEqual([]);
});

test('a non-null field on an entity of another subgraph is a breach', () => {
  expect(breachesAfter('): FundConnection', '): FundConnection!')).toEqual([
    { law: 'contributed-fields-are-nullable', coordinate: 'District.funds', subgraph: 'funds' },
  ]);
});

test('a key, an external field and a field of an own entity may be non-null', () => {
  const derived =
    'name: String! @external\n' +
    '"The name on a letter." letterName: String @requires(fields: "name")\n' +
    '"The funds of the district."';
  expect(breachesAfter('"The funds of the district."', derived)).toEqual([]);
});

test('an entity that two subgraphs describe has no owner', () => {
  expect(
    breachesAfter(
      'type District @key(fields: "code") {\n  code',
      '"区县" type District @key(fields: "code") {\n  code',
    ),
  ).toEqual([{ law: 'entities-have-one-owner', coordinate: 'District', subgraph: null }]);
});

test('an entity that nobody describes has no owner and no description', () => {
  expect(breachesAfter('"""区县"""', '')).toEqual([
    { law: 'entities-have-one-owner', coordinate: 'District', subgraph: null },
    { law: 'everything-is-described', coordinate: 'District', subgraph: null },
  ]);
});

test('an owner that is given outright is believed', () => {
  expect(
    breachesAfter('"""区县"""', '', { District: 'funds' }).filter(
      ({ law }) => law !== 'everything-is-described',
    ),
  ).toEqual([
    { law: 'contributed-fields-are-nullable', coordinate: 'District.name', subgraph: 'districts' },
  ]);
});

test.each([
  ['"@policy"', '{ name: "@policy", as: "@may" }', '@policy'],
  ['"@authenticated"', '{ name: "@authenticated", as: "@signedIn" }', '@authenticated'],
])('an access directive renamed by %s → %s is a breach', (from, to, coordinate) => {
  expect(breachesAfter(from, to)).toEqual([
    { law: 'access-directives-keep-their-names', coordinate, subgraph: 'districts' },
    { law: 'access-directives-keep-their-names', coordinate, subgraph: 'funds' },
  ]);
});

test('an access directive used under its namespace is a breach', () => {
  expect(
    breachesAfter(
      'name: String!\n  "Where',
      'name: String! @federation__requiresScopes(scopes: [["a"]])\n  "Where',
    ),
  ).toEqual([
    { law: 'access-directives-keep-their-names', coordinate: '@requiresScopes', subgraph: 'funds' },
  ]);
});

test('a connection that may be asked for without a bound is a breach', () => {
  for (const first of ['first: Int', 'first: Int! = 20', 'at: Int!']) {
    expect(breachesAfter('first: Int!', first)).toEqual([
      { law: 'connections-ask-for-first', coordinate: 'District.funds', subgraph: null },
    ]);
  }
});

test('a mutation that is non-null at the root is a breach', () => {
  const writing = (type: string) => ({
    ...funds,
    sdl: `${funds.sdl}\n"What may be written." type Mutation { "Opens a fund." openFund: ${type} }`,
  });
  const lawsBroken = (type: string) =>
    breachesOf(graphOf([districts, writing(type)])).map(({ coordinate }) => coordinate);
  expect([lawsBroken('Boolean'), lawsBroken('Boolean!')]).toEqual([[], ['Mutation.openFund']]);
});

test.each([
  ['a type', '"""A page of funds."""', 'FundConnection'],
  ['a field', '"What the fund is called."', 'Fund.name'],
  ['an argument', '"How many, 1 to 100."', 'District.funds(first:)'],
  ['an enum', '"""State of a fund."""', 'FundState'],
  ['an enum value', '"It has ended."', 'FundState.CLOSED'],
  ['a root field', '"One fund by its id; null when there is none."', 'Query.fund'],
])('%s without a description is a breach', (_kind, description, coordinate) => {
  expect(breachesAfter(description, '')).toEqual([
    { law: 'everything-is-described', coordinate, subgraph: null },
  ]);
});

test('an enum with other values in another subgraph is a breach', () => {
  const other =
    'enum FundState { "It may receive and spend." OPEN }\ntype Query {\n "State." state: FundState ';
  expect(breachesAfter('type Query {\n  "One district', `${other}\n  "One district`)).toEqual([
    { law: 'one-name-one-type', coordinate: 'FundState', subgraph: null },
  ]);
});
