import { GraphQLError } from 'graphql';

/**
 * The closed list of refusals: a request, or one write, that linju understands and does not carry out.
 * A refusal says what happened and what to try. Clients test the code, never the message.
 */
export const refusalCodes = [
  // the operation as a whole
  'BAD_REQUEST',
  'BAD_ENCODING',
  'CSRF_REFUSED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'LIMIT_EXCEEDED',
  'METHOD_NOT_ALLOWED',
  'NOT_ACCEPTABLE',
  'OPERATION_RESOLUTION_FAILURE',
  'PAYLOAD_TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  // who asks
  'NOT_AUTHORISED',
  'UNSIGNED_CALL',
  // values
  'BAD_USER_INPUT',
  'BAD_CURSOR',
  'BAD_PAGE_SIZE',
  'CODE_RETIRED',
  'NOT_FOUND',
  'PERSON_DATA_REFUSED',
  'PERIOD_REFUSED',
  // writes in general
  'CONFLICT',
  'DUPLICATE',
  'IDEMPOTENCY_KEY_REUSED',
  'MERGE_CYCLE',
  'MOVE_NOT_ALLOWED',
  'PLACE_MISMATCH',
  'RULE_VIOLATED',
  // money
  'ACCOUNT_OVERDRAWN',
  'AMOUNT_REFUSED',
  'RESTRICTED_PURPOSE',
  'SET_NOT_BALANCED',
  'TRANSFER_ALREADY_CORRECTED',
] as const;

/** Faults: something of ours failed, the request was right. */
export const faultCodes = [
  'DEADLINE_EXCEEDED',
  'INTERNAL',
  'NOT_READY',
  'STORAGE_FULL',
  'STORAGE_UNAVAILABLE',
  'SUBGRAPH_BAD_ANSWER',
  'SUBGRAPH_UNAVAILABLE',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];
export type FaultCode = (typeof faultCodes)[number];
export type ErrorCode = RefusalCode | FaultCode;

/** The codes as one object, as an enum of the graph wants them. */
export const ErrorCode = Object.fromEntries(
  [...refusalCodes, ...faultCodes].map((code) => [code, code]),
) as { readonly [Code in ErrorCode]: Code };

/** Whether a value is a code of the closed list of refusals. */
export const isRefusalCode = (code: unknown): code is RefusalCode =>
  (refusalCodes as readonly unknown[]).includes(code);

/** Whether a value is a code of the closed lists of refusals and faults. */
export const isErrorCode = (code: unknown): code is ErrorCode =>
  isRefusalCode(code) || (faultCodes as readonly unknown[]).includes(code);

/**
 * Something linju refuses. In a mutation it becomes one row of `userErrors`, elsewhere a top-level
 * error with the same code.
 */
export class Refusal extends GraphQLError {
  readonly code: RefusalCode;
  /** The input field the refusal is about, as the caller wrote it (`amountFen`); null: the whole. */
  readonly field: string | null;

  constructor(code: RefusalCode, options: RefusalOptions) {
    super(options.message, { extensions: { code }, originalError: null });
    this.code = code;
    this.field = options.field ?? null;
  }
}

/** Something of ours that failed while the request was right. The cause goes to the log only. */
export class Fault extends Error {
  readonly extensions: { readonly code: FaultCode };

  constructor(
    readonly code: FaultCode,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
    this.extensions = { code };
  }
}

export interface RefusalOptions {
  /** A sentence for the person who reads it: what happened, what to try. No secret, no SQL. */
  readonly message: string;
  readonly field?: string;
}

/**
 * Stops the request or the write with a coded refusal.
 * @throws Refusal always
 */
export function refuse(code: RefusalCode, options: RefusalOptions): never {
  throw new Refusal(code, options);
}
