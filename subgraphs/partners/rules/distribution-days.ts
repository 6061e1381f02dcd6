import { refuse, shanghaiDate } from '@linju/kit';

import type { DistributionState } from './distribution-states.js';

/** What a move of a distribution says beside the state. */
export interface DoneFacts {
  readonly to: DistributionState;
  readonly doneOn: string | null;
  readonly hasRecipients: boolean;
  /** Whether the record is of issues that repeat. */
  readonly repeats: boolean;
  readonly now: Date;
}

/**
 * What was done has its day, not ahead, and its count; what repeats is never done as a whole.
 * @throws Refusal RULE_VIOLATED, BAD_USER_INPUT
 */
export function requireDone({ to, doneOn, hasRecipients, repeats, now }: DoneFacts): void {
  if (to !== 'DONE') return;
  if (repeats) {
    refuse('RULE_VIOLATED', {
      field: 'to',
      message: 'This record repeats by a schedule. Plan each issue on its own and move that one.',
    });
  }
  if (doneOn === null || doneOn > shanghaiDate(now)) {
    refuse('BAD_USER_INPUT', {
      field: 'doneOn',
      message: 'Say on which day it was done; a day ahead is a plan.',
    });
  }
  if (!hasRecipients) {
    refuse('BAD_USER_INPUT', {
      field: 'recipients',
      message: 'Say how many received something: a count, never a list.',
    });
  }
}
