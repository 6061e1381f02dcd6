import { refuse } from '@linju/kit';

import { requireNotFuture } from './not-future.js';

/** The instants a move lies between. */
export interface MoveTimes {
  /** When the record's last move took effect; null: it has no recorded past. */
  readonly lastMoveAt: Date | null;
  readonly now: Date;
}

/**
 * A move takes effect after the one before it and not ahead of now: past states are read from the
 * moves in the order of their times, so a move put in between would rewrite what was true then.
 * @returns the instant
 * @throws Refusal BAD_USER_INPUT
 */
export function requireMoveTime(field: string, at: Date, { lastMoveAt, now }: MoveTimes): Date {
  requireNotFuture(field, at, now);
  if (lastMoveAt === null || at >= lastMoveAt) return at;
  return refuse('BAD_USER_INPUT', {
    field,
    message: `${field} lies before the last move of this record. Moves are recorded in the order in which they happened.`,
  });
}
