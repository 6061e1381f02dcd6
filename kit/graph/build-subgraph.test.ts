import { graphql, parse, validateSchema, type ExecutionResult } from 'graphql';
import {
  Arg,
  Ctx,
  Directive,
  Field,
  FieldResolver,
  ID,
  Int,
  ObjectType,
  Query,
  Resolver,
  Root,
  type ClassType,
} from 'type-graphql';
import { expect, test } from 'vitest';

import { refuse } from '../errors.js';
import { buildSubgraph, type BuiltSubgraph } from './build-subgraph.js';
import { connectionOf, connectionTypes } from './connection.js';
import { labelledEnum } from './labelled-enum.js';
import { AdminCodeScalar, InstantScalar } from './scalars/index.js';
import { sharedTypes } from './shared/shared-types.js';

const ShopState = { OPEN: 'OPEN', CLOSED: 'CLOSED' } as const;
type ShopState = keyof typeof ShopState;
labelledEnum(
  ShopState,
  'ShopState',
  { zh: '店铺状态', en: 'Whether a shop is open.' },
  { OPEN: { zh: '营业', en: 'open' }, CLOSED: { zh: '停业', en: 'closed' } },
);

/** A subgraph that owns shops; each call makes classes of its own, as each subgraph has its own. */
function buildShops(): BuiltSubgraph {
  @ObjectType('Source')
  @Directive('@key(fields: "id", resolvable: false)')
  class Source {
    @Field(() => ID)
    id: string;
  }
  @ObjectType('Organisation')
  @Directive('@key(fields: "id", resolvable: false)')
  class Organisation {
    @Field(() => ID)
    id: string;
  }
  const shared = sharedTypes({ source: () => Source, organisation: () => Organisation });

  @ObjectType('Shop', { description: '店铺\nA shop of a district.' })
  @Directive('@key(fields: "id")')
  @Directive('@key(fields: "district number")')
  class Shop {
    @Field(() => ID)
    id: string;

    @Field(() => AdminCodeScalar)
    district: string;

    @Field(() => Int)
    number: number;

    @Field(() => ShopState, { description: '状态\nWhether it is open.' })
    @Directive('@tag(name: "public")')
    state: ShopState;

    @Field(() => InstantScalar, { nullable: true })
    openedAt?: Date;

    @Field(() => String, { nullable: true, deprecationReason: 'Use `id`.' })
    oldName?: string;

    @Field(() => shared.Label, { nullable: true })
    label?: object;

    @Field(() => shared.Provenance, { nullable: true })
    provenance?: object;
  }
  const ShopConnection = connectionTypes(
    'Shop',
    () => Shop as ClassType,
    () => shared.PageInfo,
  );

  @Resolver(() => Shop)
  class ShopResolver {
    @Query(() => Shop, { nullable: true })
    shop(@Arg('id', () => ID) id: string, @Ctx() { find }: Context) {
      return find(id) ?? refuse('NOT_FOUND', { field: 'id', message: 'There is no such shop.' });
    }

    @Query(() => ShopConnection)
    shops(
      @Arg('state', () => ShopState, { nullable: true }) state: ShopState | undefined,
      @Ctx() { count }: Context,
    ) {
      const rows = Object.values(shops).filter(
        (shop) => state === undefined || shop.state === state,
      );
      return connectionOf({
        rows,
        cursors: rows.map(({ id }) => `cursor of ${id}`),
        hasNextPage: true,
        hasPreviousPage: false,
        countTotal: count,
      });
    }

    @FieldResolver()
    label(@Root() { id }: { readonly id: string }) {
      return { zh: `${id} 店`, en: `shop ${id}` };
    }
  }
  return buildSubgraph<Context>({
    resolvers: [ShopResolver],
    references: {
      Shop: ({ id, district, number }, { find }) =>
        find(typeof id === 'string' ? id : `${String(district)}-${String(number)}`),
    },
  });
}

interface Context {
  readonly find: (id: string) => object | null;
  readonly count: () => Promise<number>;
}

const shops: Readonly<Record<string, { id: string; state: ShopState } & object>> = {
  '430202-1': {
    id: '430202-1',
    district: '430202',
    number: 1,
    state: 'OPEN',
    openedAt: new Date('2024-09-20T00:00:00+08:00'),
    provenance: () => Promise.resolve({ source: { id: 'source_1' }, method: 'RECORDED' }),
  } as { id: string; state: ShopState },
};

/** A subgraph that adds to shops what it works out from a field of theirs. */
function buildRatings(): BuiltSubgraph {
  @ObjectType('Source')
  @Directive('@key(fields: "id")')
  class Source {
    @Field(() => ID)
    id: string;

    @Field(() => String, { nullable: true })
    title?: string;
  }
  const shared = sharedTypes({ source: () => Source, organisation: () => Source });

  @ObjectType('Shop')
  @Directive('@key(fields: "id")')
  class Shop {
    @Field(() => ID)
    id: string;

    @Field(() => ShopState, { nullable: true })
    @Directive('@external')
    state?: ShopState;

    @Field(() => shared.Label, { nullable: true })
    @Directive('@requires(fields: "state")')
    rating?: object;
  }

  @Resolver(() => Shop)
  class ShopResolver {
    @Query(() => String)
    ratings() {
      return 'ratings';
    }

    @FieldResolver()
    rating(@Root() { state }: { readonly state?: ShopState }) {
      return state ? { zh: `评级 ${state}`, en: `rated ${state}` } : null;
    }
  }
  return buildSubgraph({
    resolvers: [ShopResolver],
    orphanedTypes: [Shop, Source],
    references: {
      Shop: (key) => (key['id'] === 'gone' ? null : key),
      Source: ({ id }) => ({ id, title: `title of ${String(id)}` }),
    },
  });
}

const built = buildShops();
const ratings = buildRatings();
let counts = 0;
const context: Context = {
  find: (id) => shops[id] ?? null,
  count: () => Promise.resolve((counts += 1) * 41),
};

const ask = (
  { schema }: BuiltSubgraph,
  source: string,
  variableValues: Record<string, unknown> = {},
): Promise<ExecutionResult> => graphql({ schema, source, variableValues, contextValue: context });

const entities = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    __typename
    ... on Shop { id state label { zh } }
  }
}`;

test('the SDL is what is executed: classes, keys and directives', () => {
  expect(validateSchema(built.schema)).toEqual([]);
  expect(() => parse(built.sdl)).not.toThrow();
  expect(built.sdl).toMatch(
    /^extend schema @link\(url: "https:\/\/specs.apollo.dev\/federation\/v2\.9"/,
  );
  expect(built.sdl).toContain('type Shop @key(fields: "id") @key(fields: "district number") {');
  expect(built.sdl).toContain('type Source @key(fields: "id", resolvable: false) {');
  expect(built.sdl).toContain('type Label @shareable {');
  expect(built.sdl).toContain('state: ShopState! @tag(name: "public")');
  expect(built.sdl).toContain('oldName: String @deprecated(reason: "Use `id`.")');
});

test('descriptions and the labels of enums stand in the SDL, 中文 first', () => {
  expect(built.sdl).toContain('"""\n店铺\nA shop of a district.\n"""\ntype Shop');
  expect(built.sdl).toMatch(
    /"""\n店铺状态\nWhether a shop is open\.\n"""\nenum ShopState \{\n {2}"""\n {2}营业\n {2}open\n {2}"""\n {2}OPEN\n/,
  );
});

test('a service tells its SDL with keys and directives', async () => {
  const { data } = await ask(built, '{ _service { sdl } }');
  const { sdl } = data?.['_service'] as { readonly sdl: string };
  expect(sdl).toContain('@key(fields: "district number")');
  expect(sdl).toContain('state: ShopState! @tag(name: "public")');
});

test('an entity is found by each of its keys, and what is unknown is null in its place', async () => {
  const representations = [
    { __typename: 'Shop', district: '430202', number: 1 },
    { __typename: 'Shop', id: 'gone' },
    { __typename: 'Shop', id: '430202-1' },
  ];
  const shop = { __typename: 'Shop', id: '430202-1', state: 'OPEN', label: { zh: '430202-1 店' } };
  expect(await ask(built, entities, { representations })).toEqual({
    data: { _entities: [shop, null, shop] },
  });
});

test('a reference brings the fields of other subgraphs that a field requires', async () => {
  const query = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on Shop { id rating { en } }
      ... on Source { id title }
    }
  }`;
  const representations = [
    { __typename: 'Shop', id: '1', state: 'CLOSED' },
    { __typename: 'Shop', id: '2' },
    { __typename: 'Source', id: 's' },
  ];
  expect(await ask(ratings, query, { representations })).toEqual({
    data: {
      _entities: [
        { id: '1', rating: { en: 'rated CLOSED' } },
        { id: '2', rating: null },
        { id: 's', title: 'title of s' },
      ],
    },
  });
  expect(ratings.sdl).toContain('state: ShopState @external');
  expect(ratings.sdl).toContain('rating: Label @requires(fields: "state")');
});

test('what two subgraphs share is the same in both, and no resolver crosses over', async () => {
  const typeOf = ({ sdl }: BuiltSubgraph, name: string): string | undefined =>
    new RegExp(`^type ${name} [^]*?^}`, 'm').exec(sdl)?.[0];
  for (const name of ['Label', 'Provenance', 'PageInfo']) {
    if (typeOf(ratings, name)) expect(typeOf(ratings, name)).toBe(typeOf(built, name));
  }
  expect(typeOf(ratings, 'Label')).toBeDefined();
  expect(ratings.sdl).not.toContain('shops');
  // Shops' own label is made by a resolver of shops; asked at ratings there is no such field.
  const { errors } = await ask(
    ratings,
    `{ _entities(representations: []) { ... on Shop { label { zh } } } }`,
  );
  expect(errors?.[0]?.message).toContain('Cannot query field "label"');
});

test('a refusal keeps its code, and scalars and enums mean what they say', async () => {
  expect(await ask(built, '{ shop(id: "none") { id } }')).toMatchObject({
    data: { shop: null },
    errors: [{ message: 'There is no such shop.', extensions: { code: 'NOT_FOUND' } }],
  });
  expect(await ask(built, '{ shop(id: "430202-1") { openedAt state } }')).toEqual({
    data: { shop: { openedAt: '2024-09-20T00:00:00+08:00', state: 'OPEN' } },
  });
  expect(await ask(built, '{ shops(state: CLOSED) { nodes { id } } }')).toEqual({
    data: { shops: { nodes: [] } },
  });
  const { errors } = await ask(built, '{ shops(state: "OPEN") { nodes { id } } }');
  expect(errors?.[0]?.message).toContain('Enum "ShopState" cannot represent non-enum value');
});

test('a connection has its nodes, edges and page; its total is counted only when asked for', async () => {
  const page = `pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
  const before = counts;
  expect(
    await ask(built, `{ shops { nodes { id } edges { cursor node { id } } ${page} } }`),
  ).toEqual({
    data: {
      shops: {
        nodes: [{ id: '430202-1' }],
        edges: [{ cursor: 'cursor of 430202-1', node: { id: '430202-1' } }],
        pageInfo: {
          hasNextPage: true,
          hasPreviousPage: false,
          startCursor: 'cursor of 430202-1',
          endCursor: 'cursor of 430202-1',
        },
      },
    },
  });
  expect(counts).toBe(before);
  expect(await ask(built, '{ shops { totalCount } }')).toEqual({
    data: { shops: { totalCount: (before + 1) * 41 } },
  });
});

test('an empty page has no cursors', async () => {
  const query = '{ shops(state: CLOSED) { edges { cursor } pageInfo { startCursor endCursor } } }';
  expect(await ask(built, query)).toEqual({
    data: { shops: { edges: [], pageInfo: { startCursor: null, endCursor: null } } },
  });
});

test('a total that fails is null, and the page stands', async () => {
  const failing = { ...context, count: () => Promise.reject(new Error('too slow')) };
  const answer = await graphql({
    schema: built.schema,
    source: '{ shops { nodes { id } totalCount } }',
    contextValue: failing,
  });
  expect(answer).toMatchObject({
    data: { shops: { nodes: [{ id: '430202-1' }], totalCount: null } },
    errors: [{ path: ['shops', 'totalCount'] }],
  });
});

test('a value that is a function is read when it is asked for', async () => {
  expect(
    await ask(built, '{ shop(id: "430202-1") { provenance { method source { id } } } }'),
  ).toEqual({
    data: { shop: { provenance: { method: 'RECORDED', source: { id: 'source_1' } } } },
  });
});

test('a reference to a type that is not there is a bug of ours', () => {
  @Resolver()
  class Nothing {
    @Query(() => String)
    nothing() {
      return '';
    }
  }
  // cspell:words Shopp
  expect(() => buildSubgraph({ resolvers: [Nothing], references: { Shopp: () => null } })).toThrow(
    'There is no type Shopp to refer to.',
  );
});
