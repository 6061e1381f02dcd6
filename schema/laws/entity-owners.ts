import type { Graph } from './law.js';
import { isEntity, objectTypesOf, type ObjectTypeInSubgraph } from './object-types.js';

/** An entity that stands in more than one subgraph. */
export interface SharedEntity {
  readonly name: string;
  /** The subgraph that says what the entity is; null when none or more than one does. */
  readonly owner: string | null;
  readonly parts: readonly ObjectTypeInSubgraph[];
}

/**
 * Who owns what, by one mechanical rule: **the owner of an entity is the only subgraph that
 * describes the type**. The others write the key and what they add, without a type description, so
 * the graph has one voice on each entity. `owners` answers where that cannot.
 */
export function sharedEntities({ subgraphs, owners }: Graph): readonly SharedEntity[] {
  const byName = new Map<string, ObjectTypeInSubgraph[]>();
  for (const type of objectTypesOf(subgraphs).filter(isEntity)) {
    byName.set(type.name, [...(byName.get(type.name) ?? []), type]);
  }
  return [...byName]
    .filter(([, parts]) => parts.length > 1)
    .map(([name, parts]) => ({ name, owner: owners[name] ?? onlyDescriber(parts), parts }));
}

/** The subgraphs that describe the type, in the order they came. */
export const describers = (parts: readonly ObjectTypeInSubgraph[]): readonly string[] =>
  parts.filter(({ description }) => description !== null).map(({ subgraph }) => subgraph);

function onlyDescriber(parts: readonly ObjectTypeInSubgraph[]): string | null {
  const [owner, ...others] = describers(parts);
  return owner !== undefined && others.length === 0 ? owner : null;
}
