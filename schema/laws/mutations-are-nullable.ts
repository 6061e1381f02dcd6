import { buildSchema, isNonNullType } from 'graphql';

import type { Breach, Graph } from './law.js';

/**
 * A mutation is nullable at the root. One that is not would, when something of ours fails, take with it the
 * answers of the operation's other mutations, which are committed.
 */
export const mutationsAreNullable = ({ supergraph }: Graph): readonly Breach[] =>
  Object.values(buildSchema(supergraph.apiSdl).getMutationType()?.getFields() ?? {})
    .filter(({ type }) => isNonNullType(type))
    .map(({ name }) => ({
      law: 'mutations-are-nullable',
      coordinate: `Mutation.${name}`,
      subgraph: null,
      message:
        `Mutation.${name} is non-null, so its failure would hide what other mutations of the ` +
        'operation have written. Declare it with the `mutation` of the kit.',
    }));
