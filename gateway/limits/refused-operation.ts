import type { GraphQLError } from 'graphql';
import type { RefusalCode } from '@linju/kit';

/**
 * An operation that GraphQL itself refuses: it does not parse, does not fit the schema, or its
 * variables do not fit its types. graphql-js's own messages and places reach the client.
 */
export class RefusedOperation extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly errors: readonly GraphQLError[],
  ) {
    super(errors[0]?.message ?? code);
  }
}
