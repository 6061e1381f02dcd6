import { Kind, type FieldDefinitionNode } from 'graphql';

import { sharedEntities } from './entity-owners.js';
import type { Breach, Graph } from './law.js';
import { hasDirective, keyFields, type ObjectTypeInSubgraph } from './object-types.js';

/**
 * A field that an entity gets from a subgraph which does not own it is nullable. One such field that
 * is not would null the whole entity, and everything around it, whenever its subgraph is down.
 */
export const contributedFieldsAreNullable = (graph: Graph): readonly Breach[] =>
  sharedEntities(graph)
    .filter(({ owner }) => owner !== null)
    .flatMap(({ owner, parts }) => parts.filter(({ subgraph }) => subgraph !== owner))
    .flatMap((part) =>
      contributedFields(part)
        .filter(isNonNull)
        .map((field) => breach(part, field)),
    );

// The key comes from the owner with the reference itself; @external fields are resolved elsewhere.
function contributedFields(part: ObjectTypeInSubgraph): readonly FieldDefinitionNode[] {
  const keys = keyFields(part);
  return part.fields.filter(
    ({ name, directives }) => !keys.has(name.value) && !hasDirective(directives, 'external'),
  );
}

const isNonNull = ({ type }: FieldDefinitionNode): boolean => type.kind === Kind.NON_NULL_TYPE;

const breach = (part: ObjectTypeInSubgraph, field: FieldDefinitionNode): Breach => ({
  law: 'contributed-fields-are-nullable',
  coordinate: `${part.name}.${field.name.value}`,
  subgraph: part.subgraph,
  message:
    `${part.subgraph} adds ${part.name}.${field.name.value} to an entity of another subgraph, so it ` +
    `must be nullable: when ${part.subgraph} is down, ${part.name} must still answer. ` +
    'Add { nullable: true } to its @Field.',
});
