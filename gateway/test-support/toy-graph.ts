import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices } from '@apollo/composition';
import { Fault, Refusal, type SubgraphCall, type SubgraphDoor } from '@linju/kit';
import { GraphQLScalarType, parse, type GraphQLSchema } from 'graphql';

// Three small subgraphs with everything that plans are made of: an entity that two others add to, a
// field that needs another subgraph's, an interface, a shared value type, a recursive edge, a scalar
// that refuses, and a mutation.

/** What toy resolvers get. */
export interface ToyContext {
  readonly call: SubgraphCall;
  /** Reads made with this context; shows how long a context lives. */
  reads: number;
}

export type ToyResolvers = Readonly<Record<string, unknown>>;

export const toySdl = {
  places: `
    type Query {
      place(id: ID!): Place
      placeByCode(code: PlaceCode!): Place
      places: [Place!]!
      echo(text: String, list: [[String]], filter: EchoFilter): String
      wait(ms: Int!): String
      viewer: String
      reads: Int
      fails(how: Failure!): String
    }
    type Mutation { renamePlace(id: ID!, name: String!): Place wait(ms: Int!): String }
    enum Failure { REFUSAL FAULT BUG }
    input EchoFilter { text: String and: [EchoFilter!] }
    scalar PlaceCode
    type Place @key(fields: "id") { id: ID! name: String! near: [Place!]! area: Area @shareable }
    type Area @shareable { name: String }`,
  counts: `
    type Query { total: Int }
    type Place @key(fields: "id") { id: ID! residents: Int visits: [Visit] area: Area @shareable }
    type Visit { day: String! number: Int! }
    type Area @shareable { name: String }`,
  notices: `
    type Place @key(fields: "id") {
      id: ID!
      residents: Int @external
      notices: [Notice!]
      noticesPerResident: Float @requires(fields: "residents")
    }
    interface Notice { text: String! }
    type News implements Notice { text: String! by: String }
    type Warning implements Notice { text: String! level: Int }`,
} as const;

export type ToyName = keyof typeof toySdl;

const link =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@external", "@requires"])';

/** The places there are, by id. */
export const toyPlaces = [
  { id: '1', name: '野鸭冲' },
  { id: '2', name: '石子头' },
  { id: '3', name: '向阳' },
];

const placeOf = (id: string) => toyPlaces.find((place) => place.id === id) ?? null;

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const placeCode = new GraphQLScalarType({
  name: 'PlaceCode',
  parseValue: (value) => {
    if (typeof value === 'string' && /^\d{6}$/.test(value)) return value;
    throw new Refusal('BAD_USER_INPUT', { message: 'A code has six digits.', field: 'code' });
  },
});

/** Words that must never reach a client. */
export const canary = 'canary-7f3a select * from secret_table at 10.1.2.3:5432';

function fail({ how }: { readonly how: string }): never {
  if (how === 'REFUSAL') throw new Refusal('NOT_FOUND', { message: 'There is no such thing.' });
  if (how === 'FAULT') throw new Fault('STORAGE_UNAVAILABLE', canary);
  throw new Error(canary);
}

export const toyResolvers: Readonly<Record<ToyName, ToyResolvers>> = {
  places: {
    PlaceCode: placeCode,
    Query: {
      place: (_: unknown, { id }: { id: string }) => placeOf(id),
      placeByCode: () => placeOf('1'),
      places: () => toyPlaces,
      echo: (_: unknown, { text }: { text?: string }) => text ?? null,
      wait: (_: unknown, { ms }: { ms: number }) => later(ms).then(() => 'waited'),
      viewer: (_: unknown, __: unknown, { call }: ToyContext) => call.viewer.id,
      reads: (_: unknown, __: unknown, context: ToyContext) => (context.reads += 1),
      fails: (_: unknown, how: { how: string }) => fail(how),
    },
    Mutation: {
      renamePlace: (_: unknown, { id, name }: { id: string; name: string }) => ({ id, name }),
      wait: (_: unknown, { ms }: { ms: number }) => later(ms).then(() => 'waited'),
    },
    Place: {
      __resolveReference: ({ id }: { id: string }) => placeOf(id),
      near: ({ id }: { id: string }) => toyPlaces.filter((place) => place.id !== id),
      area: () => ({ name: '月塘' }),
    },
  },
  counts: {
    Query: { total: () => 30 },
    Place: {
      __resolveReference: ({ id }: { id: string }) => ({ id }),
      residents: ({ id }: { id: string }) => Number(id) * 10,
      visits: () => [{ day: '2024-09-21', number: 3 }],
      area: () => ({ name: '月塘' }),
    },
  },
  notices: {
    Place: {
      __resolveReference: (place: object) => place,
      notices: () => [
        { __typename: 'News', text: 'market', by: 'team' },
        { __typename: 'Warning', text: 'rain', level: 2 },
      ],
      noticesPerResident: ({ residents }: { residents?: number }) =>
        residents ? 2 / residents : null,
    },
  },
};

/** A toy subgraph's door. */
export function toyDoor(name: ToyName, resolvers: ToyResolvers = toyResolvers[name]): SubgraphDoor {
  const sdl = `${link}\n${toySdl[name]}`;
  return doorOf(
    name,
    sdl,
    buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as {} }),
  );
}

export const toyDoors = (): SubgraphDoor[] => [
  toyDoor('places'),
  toyDoor('counts'),
  toyDoor('notices'),
];

function doorOf(name: string, sdl: string, schema: GraphQLSchema): SubgraphDoor {
  return {
    name,
    sdl,
    schema,
    openContext: (call): ToyContext => ({ call, reads: 0 }),
    changes: () => Promise.resolve([]),
    ready: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

/** The supergraph of the toy subgraphs. */
export function toySupergraph(): string {
  composed ??= compose(toyDoors());
  return composed;
}

let composed: string | undefined;

/** Any doors' supergraph. @throws Error when they do not compose */
export function compose(doors: readonly Pick<SubgraphDoor, 'name' | 'sdl'>[]): string {
  const services = doors.map(({ name, sdl }) => ({
    name,
    url: `http://${name}.invalid/`,
    typeDefs: parse(sdl),
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (supergraphSdl) return supergraphSdl;
  throw new Error(`the subgraphs do not compose: ${errors?.map(String).join('\n')}`);
}
