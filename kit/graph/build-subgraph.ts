import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { isObjectType, parse, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, createResolversMap } from 'type-graphql';

import { invariant } from '../invariant.js';

// Federation 2.9 is the newest version that both compositions on the market read.
const federationLink =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [' +
  [
    '@key',
    '@shareable',
    '@external',
    '@requires',
    '@provides',
    '@tag',
    '@inaccessible',
    '@override',
    '@authenticated',
    '@requiresScopes',
    '@policy',
    '@cost',
    '@listSize',
  ]
    .map((name) => JSON.stringify(name))
    .join(', ') +
  '])';

// eslint-disable-next-line @typescript-eslint/no-unsafe-function-type -- type-graphql's own type for classes
type ClassReference = Function;

/**
 * Answers a reference from another subgraph: the key it sent (with any field this subgraph
 * requires) to the entity, or null when there is none.
 */
export type ResolveReference<Context> = (
  key: Readonly<Record<string, unknown>>,
  context: Context,
) => unknown;

export interface SubgraphParts<Context> {
  readonly resolvers: readonly ClassReference[];
  /** Classes that no field names but the graph needs: entity stubs. */
  readonly orphanedTypes?: readonly ClassReference[];
  /** One per entity that other subgraphs may refer to, by type name. */
  readonly references: Readonly<Record<string, ResolveReference<Context>>>;
}

export interface BuiltSubgraph {
  /** What is composed: the classes' SDL with the federation link in front. */
  readonly sdl: string;
  /** What is executed: the same, with `_entities` and `_service`. */
  readonly schema: GraphQLSchema;
}

/**
 * The bridge from type-graphql's classes to a Federation 2 subgraph. type-graphql keeps directives
 * beside the schema; printed to SDL and built again, they become part of it.
 * @throws InvariantError when `references` names a type that is not there
 */
export function buildSubgraph<Context>(parts: SubgraphParts<Context>): BuiltSubgraph {
  const classes = buildSchemaSync({
    resolvers: [...parts.resolvers] as [ClassReference, ...ClassReference[]],
    orphanedTypes: [...(parts.orphanedTypes ?? [])],
    // Input is checked by rules, which can say what is wrong in the domain's words.
    validate: false,
    skipCheck: true,
  });
  const sdl = `${federationLink}\n\n${printSchemaWithDirectives(classes)}\n`;
  const resolvers = withLazyValues(
    createResolversMap(classes) as Record<string, Record<string, unknown>>,
  );
  for (const [type, resolve] of Object.entries(parts.references)) {
    invariant(isObjectType(classes.getType(type)), `There is no type ${type} to refer to.`);
    resolvers[type] = { ...resolvers[type], __resolveReference: resolve };
  }
  const schema = buildSubgraphSchema({
    typeDefs: parse(sdl),
    resolvers: resolvers as Parameters<typeof buildSubgraphSchema>[0] extends infer Module
      ? Module extends { resolvers?: infer Resolvers }
        ? NonNullable<Resolvers>
        : never
      : never,
  });
  return { sdl, schema };
}

type Resolve = (...parameters: readonly unknown[]) => unknown;

// graphql-js calls a function that stands in place of a value; type-graphql's resolvers hand it on.
// What costs a statement (a count, the provenance of a figure) is such a function, so that it is read
// only when a client asks for it.
function withLazyValues(
  resolvers: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
): Record<string, Record<string, unknown>> {
  return mapValues(resolvers, (fields) =>
    mapValues(fields, (field) => (typeof field === 'function' ? lazy(field as Resolve) : field)),
  );
}

const lazy =
  (resolve: Resolve): Resolve =>
  (...parameters) => {
    const value = resolve(...parameters);
    return typeof value === 'function' ? (value as () => unknown)() : value;
  };

const mapValues = <Value, Result>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value) => Result,
): Record<string, Result> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, change(value)]));
