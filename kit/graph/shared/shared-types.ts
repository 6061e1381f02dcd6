import 'reflect-metadata';

import './enums.js';
import { figureTypes } from './figure-types.js';
import { recordTypes, type SharedReferences } from './record-types.js';
import { valueTypes } from './value-types.js';

/**
 * The value types that look the same in every subgraph. Called once per subgraph: type-graphql keeps
 * its metadata per class, so a class in two subgraphs would carry one's resolvers into the other.
 */
export function sharedTypes(references: SharedReferences) {
  const values = valueTypes();
  const records = recordTypes(values, references);
  return { ...values, ...records, ...figureTypes(values, records) };
}

export type SharedTypes = ReturnType<typeof sharedTypes>;
