import { faultCodes, type ErrorCode, type FaultCode, type RefusalCode } from '@linju/kit';

/**
 * The HTTP status of a request that was stopped. Null: the request was well formed and GraphQL
 * itself refused it, so the status follows the media type, as GraphQL over HTTP has it: 400 under
 * `application/graphql-response+json`, 200 under `application/json`. A refusal without a status of its own
 * is the caller's mistake (400); what failed on our side never is, so every fault has one.
 */
export function statusOfCode(code: ErrorCode): number | null {
  if (saidByGraphql.has(code)) return null;
  return isFault(code) ? statusOfFault[code] : (statusOfRefusal[code] ?? 400);
}

const saidByGraphql: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_USER_INPUT',
]);

const statusOfRefusal: Partial<Record<RefusalCode, number>> = {
  NOT_AUTHORISED: 401,
  UNSIGNED_CALL: 401,
  CSRF_REFUSED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
};

const statusOfFault: Readonly<Record<FaultCode, number>> = {
  INTERNAL: 500,
  SUBGRAPH_BAD_ANSWER: 502,
  NOT_READY: 503,
  STORAGE_UNAVAILABLE: 503,
  SUBGRAPH_UNAVAILABLE: 503,
  DEADLINE_EXCEEDED: 504,
  STORAGE_FULL: 507,
};

const isFault = (code: ErrorCode): code is FaultCode =>
  (faultCodes as readonly ErrorCode[]).includes(code);
