import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
} from 'graphql';

import type { Breach, Graph } from './law.js';

/** Every type, field, argument, enum value and input field that a client sees has a description. */
export const everythingIsDescribed = ({ supergraph }: Graph): readonly Breach[] =>
  Object.values(buildSchema(supergraph.apiSdl).getTypeMap())
    .filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
    .flatMap((type) => describedPlaces(type))
    .filter(({ description }) => !description?.trim())
    .map(({ coordinate }) => breach(coordinate));

interface DescribedPlace {
  readonly coordinate: string;
  readonly description: string | null | undefined;
}

// Root types name themselves; a client reads their fields.
const rootTypes = new Set(['Query', 'Mutation', 'Subscription']);

function describedPlaces(type: GraphQLNamedType): readonly DescribedPlace[] {
  const itself = { coordinate: type.name, description: type.description };
  return [...(rootTypes.has(type.name) ? [] : [itself]), ...membersOf(type)];
}

function membersOf(type: GraphQLNamedType): readonly DescribedPlace[] {
  if (isObjectType(type) || isInterfaceType(type)) return fieldsOf(type);
  if (isEnumType(type)) return type.getValues().map((value) => member(type, value));
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).map((field) => member(type, field));
  }
  return [];
}

const fieldsOf = (type: GraphQLObjectType | GraphQLInterfaceType): readonly DescribedPlace[] =>
  Object.values(type.getFields()).flatMap((field) => [
    member(type, field),
    ...argumentsOf(type, field),
  ]);

const argumentsOf = (
  type: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
): readonly DescribedPlace[] =>
  field.args.map((argument) => ({
    coordinate: `${type.name}.${field.name}(${argument.name}:)`,
    description: argument.description,
  }));

const member = (
  type: GraphQLNamedType,
  {
    name,
    description,
  }: { readonly name: string; readonly description?: string | null | undefined },
): DescribedPlace => ({ coordinate: `${type.name}.${name}`, description });

const breach = (coordinate: string): Breach => ({
  law: 'everything-is-described',
  coordinate,
  subgraph: null,
  message:
    `${coordinate} has no description. Say in its owner's class what it means for an outside ` +
    'developer: 中文 label first where there is one, then English; unit, range, what null means.',
});
