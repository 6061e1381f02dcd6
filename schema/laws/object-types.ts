import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';

import type { SubgraphSdl } from '../subgraph-sdl.js';

/** An object type as one subgraph writes it; its definition and its extensions are one. */
export interface ObjectTypeInSubgraph {
  readonly subgraph: string;
  readonly name: string;
  /** Null when this subgraph does not describe it. */
  readonly description: string | null;
  readonly directives: readonly ConstDirectiveNode[];
  readonly fields: readonly FieldDefinitionNode[];
}

/** Every object type of every subgraph; a type that stands in three subgraphs comes three times. */
export const objectTypesOf = (subgraphs: readonly SubgraphSdl[]): readonly ObjectTypeInSubgraph[] =>
  subgraphs.flatMap(objectTypesOfOne);

/** The names of the top-level fields in the type's keys; empty when it is no entity. */
export function keyFields({ directives }: Pick<ObjectTypeInSubgraph, 'directives'>): Set<string> {
  return new Set(
    directives
      .filter(({ name }) => name.value === 'key')
      .flatMap((key) => topLevelFields(stringArgument(key, 'fields') ?? '')),
  );
}

/** Whether the type has a key, so that other subgraphs may refer to it. */
export const isEntity = ({ directives }: Pick<ObjectTypeInSubgraph, 'directives'>): boolean =>
  hasDirective(directives, 'key');

/** Whether a directive of this name, without `@`, is among them. */
export const hasDirective = (
  directives: readonly ConstDirectiveNode[] | undefined,
  name: string,
): boolean => directives?.some((directive) => directive.name.value === name) ?? false;

/** The value of a directive's string argument, or null when it is absent or no string. */
export function stringArgument(directive: ConstDirectiveNode, name: string): string | null {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : null;
}

function objectTypesOfOne({ name: subgraph, sdl }: SubgraphSdl): readonly ObjectTypeInSubgraph[] {
  const parts = new Map<string, ObjectTypeInSubgraph>();
  for (const node of parse(sdl, { noLocation: true }).definitions) {
    if (node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION) {
      parts.set(node.name.value, joined(subgraph, parts.get(node.name.value), node));
    }
  }
  return [...parts.values()];
}

const joined = (
  subgraph: string,
  before: ObjectTypeInSubgraph | undefined,
  node: ObjectTypeDefinitionNode | ObjectTypeExtensionNode,
): ObjectTypeInSubgraph => ({
  subgraph,
  name: node.name.value,
  description: ('description' in node && node.description?.value) || before?.description || null,
  directives: [...(before?.directives ?? []), ...(node.directives ?? [])],
  fields: [...(before?.fields ?? []), ...(node.fields ?? [])],
});

// "subject place { code }" has the fields subject and place; what is nested belongs to other types.
function topLevelFields(selection: string): readonly string[] {
  const document = parse(`{ ${selection} }`, { noLocation: true });
  return document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? definition.selectionSet.selections.flatMap((part) =>
          part.kind === Kind.FIELD ? [part.name.value] : [],
        )
      : [],
  );
}
