import { refuse, shanghaiDate } from '@linju/kit';

/** When a transfer took effect, and whether it is told why that is earlier than its entry. */
export interface WrittenTime {
  /** Null: now. */
  readonly effectiveAt: Date | null | undefined;
  readonly now: Date;
  /** A note says why, or it is history that linju itself takes over from elsewhere. */
  readonly isExplained: boolean;
  /** Where the writer says why; `note` unless given. */
  readonly explainedIn?: 'note' | 'reason';
}

/**
 * The instant a transfer takes effect: never ahead, of today without a word, of an earlier day with
 * a note that says why. Books that can be written backwards in silence prove nothing.
 * @throws Refusal BAD_USER_INPUT, RULE_VIOLATED
 */
export function requireEffectiveAt(
  field: string,
  { effectiveAt, now, isExplained, explainedIn = 'note' }: WrittenTime,
): Date {
  const at = effectiveAt ?? now;
  if (at > now) {
    refuse('BAD_USER_INPUT', {
      field,
      message: `${field} lies in the future. Post it when it has happened.`,
    });
  }
  if (isExplained || shanghaiDate(at) === shanghaiDate(now)) return at;
  return refuse('RULE_VIOLATED', {
    field,
    message: `${field} is of an earlier day. Say in the ${explainedIn} why it is entered only now.`,
  });
}
