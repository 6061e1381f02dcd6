import { DAY_MS } from '@linju/kit';

import type { NeedMatchState } from './need-match-states.js';

/** How long a proposal waits for its answer, natural days. */
export const ANSWER_DAYS = 7;

/** When a proposal lapses that nobody answered. */
export const lapsesAt = (proposedAt: Date): Date =>
  new Date(proposedAt.getTime() + ANSWER_DAYS * DAY_MS);

/**
 * The state of a match at an instant. A proposal lapses by the passing of time: nobody has to write it down for
 * it to be so.
 */
export const matchStateAt = (
  { state, proposedAt }: { readonly state: NeedMatchState; readonly proposedAt: Date },
  at: Date,
): NeedMatchState => (state === 'PROPOSED' && lapsesAt(proposedAt) <= at ? 'LAPSED' : state);
