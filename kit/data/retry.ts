import { Fault, Refusal, type RefusalOptions, type RefusalCode } from '../errors.js';

// The one table of what is tried again. A transaction that lost a race was rolled back whole, so it
// may always run again. After a broken connection nobody knows whether COMMIT arrived, so only reads
// and writes under an idempotency key may.
const lostRace = new Set(['40001', '40P01']);
const brokenConnection = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '53300',
  '57P01',
  '57P02',
  '57P03',
]);

export interface RetryRules {
  /** Whether running the work twice is harmless: a read, or a write under an idempotency key. */
  readonly repeatable: boolean;
  /** How long to go on trying after the first failure, milliseconds. */
  readonly patienceMs: number;
}

/**
 * Runs work against the database, again where the table above allows it, with growing pauses.
 * @throws the last error, translated for the client by `faultOf`
 */
export async function withRetries<Result>(
  rules: RetryRules,
  work: () => Promise<Result>,
): Promise<Result> {
  const giveUpAt = performance.now() + rules.patienceMs;
  for (let pauseMs = 20; ; pauseMs = Math.min(pauseMs * 2, 400)) {
    try {
      return await work();
    } catch (error) {
      if (!mayRetry(error, rules) || performance.now() + pauseMs > giveUpAt) throw faultOf(error);
      await pause(pauseMs * (0.5 + Math.random()));
    }
  }
}

/** Whether the error says that the server or the way to it is gone for the moment. */
export const isBrokenConnection = (error: unknown): boolean => brokenConnection.has(codeOf(error));

/** The SQLSTATE or driver code of an error; '' where it has none. */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** What a client may hear of a database error; the original stays the cause, for the log. */
export function faultOf(error: unknown): unknown {
  const code = codeOf(error);
  if (brokenConnection.has(code)) {
    return new Fault('STORAGE_UNAVAILABLE', 'The database cannot be reached just now. Try again.', {
      cause: error,
    });
  }
  if (lostRace.has(code) || code === '55P03') {
    return new Refusal('CONFLICT', {
      message: 'Others wrote the same records at this moment. Nothing was written; try again.',
    });
  }
  if (code === '53100') {
    return new Fault('STORAGE_FULL', 'The database has no space left; nothing was written.', {
      cause: error,
    });
  }
  if (code === '57014' || code === '25P03' || code === '25P04') {
    return new Fault('DEADLINE_EXCEEDED', 'The database took too long and was stopped.', {
      cause: error,
    });
  }
  if (code === '22021' || code === '22P05') {
    return new Refusal('BAD_ENCODING', {
      message: 'The text holds characters that cannot be stored (NUL or half of a pair).',
    });
  }
  return error;
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
  const constraint = (error as { constraint_name?: unknown } | null)?.constraint_name;
  const known = typeof constraint === 'string' ? refusals[constraint] : undefined;
  if (known) return new Refusal(known.code, known);
  if (codeOf(error) === '23505') {
    return new Refusal('DUPLICATE', { message: 'Such a record exists already.' });
  }
  if (codeOf(error) === '23503') {
    return new Refusal('NOT_FOUND', { message: 'A record that the input names does not exist.' });
  }
  if (codeOf(error) === '42501') {
    return new Refusal('NOT_AUTHORISED', {
      message: 'This write is not open to you: it belongs to another district.',
    });
  }
  return error;
}

const mayRetry = (error: unknown, rules: RetryRules): boolean =>
  lostRace.has(codeOf(error)) || (rules.repeatable && brokenConnection.has(codeOf(error)));

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
