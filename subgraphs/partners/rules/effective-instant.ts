import { refuse } from '@linju/kit';

/** When a move is said to have been made, and what it must not precede or exceed. */
export interface MoveInstant {
  /** What the caller says; null or absent: now. */
  readonly stated: Date | null | undefined;
  readonly now: Date;
  /** When the last move before it was made; null: there is none. */
  readonly lastMove: Date | null;
}

/**
 * The instant of a move: not ahead, since what is planned has not happened, and not before the move before it,
 * since past states are read from the order of the moves.
 * @throws Refusal BAD_USER_INPUT
 */
export function requireEffectiveInstant({ stated, now, lastMove }: MoveInstant): Date {
  const at = stated ?? now;
  if (at > now) {
    refuse('BAD_USER_INPUT', {
      field: 'effectiveAt',
      message: 'effectiveAt lies in the future. Record a move when it has happened.',
    });
  }
  if (lastMove !== null && at < lastMove) {
    refuse('BAD_USER_INPUT', {
      field: 'effectiveAt',
      message: `The record moved last at ${lastMove.toISOString()}; a later move cannot be earlier.`,
    });
  }
  return at;
}
