import { buildSchema, parse } from 'graphql';
import { expect, test } from 'vitest';

import { defaultOperationLimits } from '../limits/operation-limits.js';
import { AnswerBudget } from './answer-budget.js';
import { checkSubgraphAnswer } from './check-subgraph-answer.js';

const supergraph = buildSchema(`
  type Query { item: Item! items: [Item!] named: Named count: Int odd: Odd size: Size }
  type Item implements Named { id: ID! name: String tags: [String!]! size: Size }
  type Other implements Named { name: String }
  interface Named { name: String }
  enum Size { SMALL LARGE }
  scalar Odd`);

function check(
  query: string,
  data: Record<string, unknown>,
  more: { explained?: boolean; variables?: object } = {},
) {
  const { explained = false, variables = {} } = more;
  const document = parse(query);
  const problems = checkSubgraphAnswer(supergraph, {
    document,
    variables: { ...variables },
    data,
    explained,
    budget: new AnswerBudget(defaultOperationLimits),
  });
  return { data, problems: problems.map(({ path, what }) => `${path.join('.')}: ${what}`) };
}

test('an answer that fits is left as it is', () => {
  const data = () => ({
    items: [{ id: '1', key: null, tags: ['a'], __typename: 'Item' }],
    named: { __typename: 'Other', name: 'o' },
    odd: { any: ['thing'] },
    size: 'SMALL',
  });
  const query =
    '{ items { id key: name tags } named { __typename ...N ... on Item { id } } odd size count @include(if: false) } fragment N on Named { name }';
  expect(check(query, data())).toEqual({ data: data(), problems: [] });
});

interface Lie {
  readonly query: string;
  readonly given: Record<string, unknown>;
  readonly left: Record<string, unknown>;
  readonly problem: string;
}

test.each<[string, Lie]>([
  [
    'a text for a list',
    {
      query: '{ items { id } }',
      given: { items: 'x' },
      left: { items: null },
      problem: 'items: no list',
    },
  ],
  [
    'a number for an object',
    {
      query: '{ items { id } }',
      given: { items: [7] },
      left: { items: [null] },
      problem: 'items.0: no object',
    },
  ],
  [
    'a list for an object',
    {
      query: '{ item { id } }',
      given: { item: [] },
      left: { item: null },
      problem: 'item: no object',
    },
  ],
  [
    'a number of another kind',
    {
      query: '{ count }',
      given: { count: 1.5 },
      left: { count: null },
      problem: 'count: odd value',
    },
  ],
  [
    'a value the enum has not',
    {
      query: '{ size }',
      given: { size: 'HUGE' },
      left: { size: null },
      problem: 'size: odd value',
    },
  ],
  ['an absent field', { query: '{ count }', given: {}, left: {}, problem: 'count: missing' }],
  [
    'a null where none may be',
    {
      query: '{ item { id } }',
      given: { item: { id: null } },
      left: { item: { id: null } },
      problem: 'item.id: null in a non-null place',
    },
  ],
  [
    'an object of another type',
    {
      query: '{ item { __typename id } }',
      given: { item: { __typename: 'Other', id: '1' } },
      left: { item: null },
      problem: 'item: a type that cannot stand here',
    },
  ],
  [
    'an object of no type',
    {
      query: '{ named { __typename } }',
      given: { named: { __typename: 'Nothing' } },
      left: { named: null },
      problem: 'named: a type that cannot stand here',
    },
  ],
  [
    'an absent field whose name JavaScript knows',
    {
      query: '{ count __proto__: size }',
      given: { count: 1 },
      left: { count: 1 },
      problem: '__proto__: missing',
    },
  ],
])('%s is taken out and named', (_, { query, given, left, problem }) => {
  expect(check(query, given)).toEqual({ data: left, problems: [problem] });
});

test('a null that the subgraph explains itself is no problem', () => {
  expect(check('{ item { id } }', { item: null }, { explained: true }).problems).toEqual([]);
});

const entities =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Item { name tags } } }';
const variables = {
  representations: [
    { __typename: 'Item', id: '1' },
    { __typename: 'Item', id: '2' },
  ],
};

test('an entity may be unknown, and one that lies costs only itself', () => {
  const data = { _entities: [null, { name: 7, tags: ['a'] }] };
  expect(check(entities, data, { variables })).toEqual({
    data: { _entities: [null, { name: null, tags: ['a'] }] },
    problems: ['_entities.1.name: odd value'],
  });
});

test.each([[[null]], [[null, null, null]], ['x'], [undefined]])(
  'entities %j for two fail the fetch',
  (found) => {
    expect(() => check(entities, { _entities: found }, { variables })).toThrow(
      expect.objectContaining({ code: 'SUBGRAPH_BAD_ANSWER' }),
    );
  },
);

test('no more than ten problems are kept of an answer full of them', () => {
  const items = Array.from({ length: 1_000 }, () => 7);
  const { data, problems } = check('{ items { id } }', { items });
  expect(problems.length).toBe(10);
  expect(data['items']).toEqual(items.map(() => null));
});
