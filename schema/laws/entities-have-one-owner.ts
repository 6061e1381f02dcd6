import { describers, sharedEntities, type SharedEntity } from './entity-owners.js';
import type { Breach, Graph } from './law.js';

/** An entity of several subgraphs is described by exactly one of them, its owner. */
export const entitiesHaveOneOwner = (graph: Graph): readonly Breach[] =>
  sharedEntities(graph)
    .filter(({ owner }) => owner === null)
    .map((entity) => ({
      law: 'entities-have-one-owner',
      coordinate: entity.name,
      subgraph: null,
      message: whatToDo(entity),
    }));

function whatToDo({ name, parts }: SharedEntity): string {
  const voices = describers(parts);
  return voices.length === 0
    ? `No subgraph says what ${name} is. Describe the type in the subgraph that owns it, and there only.`
    : `${name} is described by ${voices.join(' and ')}. Only its owner describes the type; ` +
        'remove the description of the @ObjectType from the others (their own fields keep theirs).';
}
