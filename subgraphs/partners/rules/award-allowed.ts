import { refuse } from '@linju/kit';

import type { AwardOutcome } from './award-outcome.js';
import type { MembershipState } from './membership-states.js';

/** What an award rests on. */
export interface AwardGrounds {
  readonly membershipState: MembershipState;
  /** The newest evaluation of the year; null: there is none. */
  readonly result: AwardOutcome | null;
}

/**
 * Lets an award pass for an active membership whose newest evaluation of the year found it eligible, safety
 * included. What is undecided is never eligible.
 * @throws Refusal RULE_VIOLATED
 */
export function requireAwardGrounds({ membershipState, result }: AwardGrounds): void {
  if (membershipState !== 'ACTIVE') {
    refuse('RULE_VIOLATED', {
      field: 'membershipId',
      message: `The membership is ${membershipState}; only an ACTIVE one may win.`,
    });
  }
  if (result === 'ELIGIBLE') return;
  refuse('RULE_VIOLATED', {
    field: 'membershipId',
    message:
      result === null
        ? 'The membership has no evaluation of this year. Evaluate it first.'
        : `The newest evaluation of the year says ${result}; only ELIGIBLE may win.`,
  });
}
