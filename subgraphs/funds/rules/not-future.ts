import { refuse } from '@linju/kit';

/**
 * What is recorded as having happened cannot lie ahead.
 * @throws Refusal BAD_USER_INPUT
 */
export function requireNotFuture(field: string, at: Date, now: Date): Date {
  if (at <= now) return at;
  return refuse('BAD_USER_INPUT', {
    field,
    message: `${field} lies in the future. Record a move when it has happened.`,
  });
}
