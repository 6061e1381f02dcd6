import { graphScalars } from '@linju/kit';
import { isScalarType, type GraphQLSchema } from 'graphql';

/**
 * Lets a schema that was read from SDL read the values of our own scalars as the subgraphs do, so
 * that a bad one is refused before anything runs. Otherwise only the subgraph that gets it refuses it,
 * which may be after another one has written. What a scalar answers is not looked at: its subgraph has
 * written it already. Scalars that kit does not know go on taking anything.
 * @param schema  changed in place
 */
export function useRealScalars(schema: GraphQLSchema): void {
  for (const scalar of graphScalars) {
    const type = schema.getType(scalar.name);
    if (!isScalarType(type)) continue;
    type.parseValue = scalar.parseValue;
    type.parseLiteral = scalar.parseLiteral;
  }
}
