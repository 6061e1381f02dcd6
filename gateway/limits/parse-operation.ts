import { GraphQLError, parse, type DocumentNode } from 'graphql';

import { requireText } from './exact-text.js';
import type { OperationLimits } from './operation-limits.js';
import { OverLimit } from './over-limit.js';
import { RefusedOperation } from './refused-operation.js';

/**
 * Text to document, with the tokens counted while they are read.
 * @throws OverLimit for too many tokens
 * @throws RefusedOperation GRAPHQL_PARSE_FAILED with the place
 * @throws Refusal BAD_ENCODING
 */
export function parseOperation(
  text: string,
  { tokensMax }: Pick<OperationLimits, 'tokensMax'>,
): DocumentNode {
  requireText(text, 'The query');
  try {
    return parse(text, { maxTokens: tokensMax });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    if (isTokenLimit(error)) throw tooManyTokens(tokensMax);
    throw new RefusedOperation('GRAPHQL_PARSE_FAILED', [error]);
  }
}

// graphql-js has no code for it; a test holds the words.
const isTokenLimit = (error: GraphQLError): boolean =>
  /more tha[nt] \d+ tokens\. Parsing aborted/.test(error.message);

const tooManyTokens = (tokensMax: number): OverLimit =>
  new OverLimit({ limit: 'tokens', counted: 'tokens', actual: null, allowed: tokensMax });
