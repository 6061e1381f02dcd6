import { DrizzleQueryError } from 'drizzle-orm';

import { Fault, Refusal, type RefusalOptions, type RefusalCode } from '../errors.js';

// The one table of what is tried again. A transaction that lost a race was rolled back whole, so it
// may always run again. After a broken connection nobody knows whether COMMIT arrived, so only reads
// and writes under an idempotency key may.
const lostRace = new Set(['40001', '40P01']);
const brokenConnection = new Set([
  // the driver's own
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  // the system's
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  // the server's: connection exceptions, too many connections, shutting down, starting up
  '08000',
  '08001',
  '08003',
  '08004',
  '08006',
  '08P01',
  '53300',
  '57P01',
  '57P02',
  '57P03',
  '57P05',
]);
const tooManyConnections = '53300';
// Not tried again: a login that is refused is refused until somebody mends it.
const refusedLogin = new Set(['28000', '28P01']);

export interface RetryRules {
  /** Whether running the work twice is harmless: a read, or a write under an idempotency key. */
  readonly repeatable: boolean;
  /** How long to go on trying, counted from the first try, milliseconds. */
  readonly patienceMs: number;
  /** The same while the server is there but has no connection left; the former unless said. */
  readonly waitMs?: number;
  /** Ends the trying: the caller has left, or its deadline has passed. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Runs work against the database, again where the table above allows it, with growing pauses.
 * @throws the last error, translated for the client by `faultOf`
 */
export async function withRetries<Result>(
  rules: RetryRules,
  work: () => Promise<Result>,
): Promise<Result> {
  const startedAt = performance.now();
  for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 2, 400)) {
    try {
      return await work();
    } catch (error) {
      const elapsedMs = performance.now() - startedAt;
      if (!mayRetry(error, rules) || elapsedMs + pauseMs > patienceFor(error, rules)) {
        throw faultOf(error);
      }
      await pause(pauseMs * (0.5 + Math.random()));
    }
  }
}

/** Whether the error says that the server or the way to it is gone for the moment. */
export const isBrokenConnection = (error: unknown): boolean => brokenConnection.has(codeOf(error));

/** The SQLSTATE or driver code of an error; '' where it has none. */
export function codeOf(error: unknown): string {
  const code = (driverErrorOf(error) as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** The driver's error behind drizzle's, whose message would carry every value into the log. */
export const driverErrorOf = (error: unknown): unknown =>
  error instanceof DrizzleQueryError ? error.cause : error;

/**
 * The error of a prepared statement whose tables changed since (a migration ran): the server refuses
 * the old plan once, and the driver then makes a new one.
 */
export const stalePlanError = (): Error =>
  Object.assign(new Error('The tables changed since this statement was prepared.'), {
    code: '0A000',
    routine: 'RevalidateCachedQuery',
  });

const isStalePlan = (error: unknown): boolean =>
  (driverErrorOf(error) as { routine?: unknown } | null)?.routine === 'RevalidateCachedQuery';

/** What a client may hear of a database error; the original stays the cause, for the log. */
export function faultOf(error: unknown): unknown {
  const cause = driverErrorOf(error);
  const code = codeOf(cause);
  if (brokenConnection.has(code) || refusedLogin.has(code)) {
    return new Fault('STORAGE_UNAVAILABLE', 'The database cannot be reached just now. Try again.', {
      cause,
    });
  }
  if (lostRace.has(code) || code === '55P03') {
    return new Refusal('CONFLICT', {
      message: 'Others wrote the same records at this moment. Nothing was written; try again.',
    });
  }
  if (code === '53100') {
    return new Fault('STORAGE_FULL', 'The database has no space left; nothing was written.', {
      cause,
    });
  }
  if (code === '57014' || code === '25P03' || code === '25P04') {
    return new Fault('DEADLINE_EXCEEDED', 'The database took too long and was stopped.', {
      cause,
    });
  }
  if (code === '22021' || code === '22P05') {
    return new Refusal('BAD_ENCODING', {
      message: 'The text holds characters that cannot be stored (NUL or half of a pair).',
    });
  }
  return cause;
}

/** The constraint a write ran into, by name, with the refusal the writer should read. */
export type ConstraintRefusals = Readonly<
  Record<string, { readonly code: RefusalCode } & RefusalOptions>
>;

/**
 * Turns a broken constraint into the refusal that belongs to it. A constraint without an entry
 * stays an error of ours, except uniqueness and foreign keys: they name no foreign row, so that
 * nobody learns what exists in another district.
 */
export function refusalOf(error: unknown, refusals: ConstraintRefusals): unknown {
  const cause = driverErrorOf(error);
  const constraint = (cause as { constraint_name?: unknown } | null)?.constraint_name;
  const known =
    typeof constraint === 'string' && Object.hasOwn(refusals, constraint)
      ? refusals[constraint]
      : undefined;
  if (known) return new Refusal(known.code, known);
  if (codeOf(cause) === '23505') {
    return new Refusal('DUPLICATE', { message: 'Such a record exists already.' });
  }
  if (codeOf(cause) === '23503') {
    return new Refusal('NOT_FOUND', { message: 'A record that the input names does not exist.' });
  }
  if (codeOf(cause) === '42501') {
    return new Refusal('NOT_AUTHORISED', {
      message: 'This write is not open to you: it belongs to another district.',
    });
  }
  return cause;
}

function mayRetry(error: unknown, { repeatable, signal }: RetryRules): boolean {
  if (signal?.aborted) return false;
  if (lostRace.has(codeOf(error)) || isStalePlan(error)) return true;
  return repeatable && isBrokenConnection(error);
}

const patienceFor = (error: unknown, { patienceMs, waitMs = patienceMs }: RetryRules): number =>
  codeOf(error) === tooManyConnections ? Math.min(waitMs, patienceMs) : patienceMs;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
