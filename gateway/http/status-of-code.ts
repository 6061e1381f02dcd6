import type { ErrorCode } from '@linju/kit';

/**
 * The HTTP status of a request that was stopped. Null: the request was well formed and GraphQL
 * itself refused it, so the status follows the media type, as GraphQL over HTTP has it: 400 under
 * `application/graphql-response+json`, 200 under `application/json`.
 */
export function statusOfCode(code: ErrorCode): number | null {
  if (saidByGraphql.has(code)) return null;
  return statusByCode[code] ?? 400;
}

const saidByGraphql: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
]);

const statusByCode: Partial<Record<ErrorCode, number>> = {
  NOT_AUTHORISED: 401,
  CSRF_REFUSED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  INTERNAL: 500,
  NOT_READY: 503,
  DEADLINE_EXCEEDED: 504,
};
