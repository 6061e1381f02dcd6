import { invariant } from '@linju/kit';
import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type ConstDirectiveNode,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** By the name of a type: the fields that some @key or @requires of the supergraph names. */
export type ReservedNames = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Reads from a supergraph which fields its subgraphs hand to each other.
 * @param supergraph  with its join directives, https://specs.apollo.dev/join/v0.5
 * @throws GraphQLError when a key cannot be read
 */
export function reservedNames(supergraph: GraphQLSchema): ReservedNames {
  const names = new Map<string, Set<string>>();
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!hasFields(type)) continue;
    for (const text of fieldSetsOf(type)) noteFields(parseFieldSet(text), type);
  }
  return names;

  // Keys and requirements may reach down: `subject { id }`.
  function noteFields(set: SelectionSetNode, type: GraphQLNamedType | undefined): void {
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const condition = selection.typeCondition?.name.value;
        noteFields(selection.selectionSet, condition ? supergraph.getType(condition) : type);
      } else if (selection.kind === Kind.FIELD && type && hasFields(type)) {
        const name = selection.name.value;
        names.set(type.name, (names.get(type.name) ?? new Set()).add(name));
        const below = type.getFields()[name]?.type;
        if (selection.selectionSet && below)
          noteFields(selection.selectionSet, getNamedType(below));
      }
    }
  }
}

type TypeWithFields = GraphQLObjectType | GraphQLInterfaceType;

const hasFields = (type: GraphQLNamedType): type is TypeWithFields =>
  isObjectType(type) || isInterfaceType(type);

function fieldSetsOf(type: TypeWithFields): readonly string[] {
  const fields = Object.values(type.getFields());
  return [
    ...textsOf(type.astNode?.directives, 'join__type', 'key'),
    ...fields.flatMap(({ astNode }) => textsOf(astNode?.directives, 'join__field', 'requires')),
  ];
}

function textsOf(
  directives: readonly ConstDirectiveNode[] = [],
  directive: string,
  argument: string,
): readonly string[] {
  return directives
    .filter(({ name }) => name.value === directive)
    .flatMap(({ arguments: values = [] }) => values)
    .flatMap(({ name, value }) =>
      name.value === argument && value.kind === Kind.STRING ? [value.value] : [],
    );
}

function parseFieldSet(text: string): SelectionSetNode {
  const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  invariant(definition?.kind === Kind.OPERATION_DEFINITION, `${text} is a set of fields`);
  return definition.selectionSet;
}
