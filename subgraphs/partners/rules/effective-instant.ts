import { refuse } from '@linju/kit';

/** When a move is said to have been made, and what it must not precede or exceed. */
export interface MoveInstant {
  /** What the caller says; null or absent: now. */
  readonly stated: Date | null | undefined;
  readonly now: Date;
  /** When the last move before it was made; null: there is none. */
  readonly lastMove: Date | null;
  /** As the caller wrote it. */
  readonly field: string;
}

/**
 * The instant of a move: not ahead, since what is planned has not happened, and not before the move before it,
 * since past states are read from the order of the moves.
 * @throws Refusal BAD_USER_INPUT
 */
export function requireEffectiveInstant({ stated, now, lastMove, field }: MoveInstant): Date {
  const at = stated ?? now;
  if (at > now) {
    refuse('BAD_USER_INPUT', {
      field,
      message: `${field} lies in the future. Record what has happened, when it has.`,
    });
  }
  if (lastMove !== null && at < lastMove) {
    refuse('BAD_USER_INPUT', {
      field,
      message: `The record moved last at ${lastMove.toISOString()}; a later move cannot be earlier.`,
    });
  }
  return at;
}
