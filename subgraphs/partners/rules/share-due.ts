import { BASIS_POINTS_WHOLE, refuse, splitByLargestRemainder } from '@linju/kit';

import type { AgreementState } from './agreement-states.js';

/** A span that a due covers, half-open. */
export interface DueSpan {
  readonly from: Date;
  readonly to: Date;
}

/**
 * What is due of a base: share × base, whole fen by largest remainder, so that what is due and what stays add
 * up to the base.
 * @param baseFen  the income of the period, fen, 0 or more
 * @param shareBps 0 to 10,000
 */
export function computeDueFen(baseFen: bigint, shareBps: number): bigint {
  const [due = 0n] = splitByLargestRemainder(baseFen, [shareBps, BASIS_POINTS_WHOLE - shareBps]);
  return due;
}

/**
 * Lets a due pass that the agreement can owe: it was signed, shares revenue, and owes nothing for the span yet.
 * @param known the spans that dues of the agreement cover already
 * @throws Refusal RULE_VIOLATED, PERIOD_REFUSED, DUPLICATE
 */
export function requireOwes(
  agreement: { readonly state: AgreementState; readonly revenueShareBps: number },
  span: DueSpan,
  known: readonly DueSpan[],
): void {
  if (agreement.state === 'DRAFT' || agreement.revenueShareBps === 0) {
    refuse('RULE_VIOLATED', {
      field: 'agreementId',
      message: 'This agreement owes nothing: it is a draft, or it shares no revenue.',
    });
  }
  if (span.from >= span.to) {
    refuse('PERIOD_REFUSED', { field: 'from', message: 'The period begins before it ends.' });
  }
  if (known.some(({ from, to }) => from < span.to && span.from < to)) {
    refuse('DUPLICATE', {
      field: 'from',
      message: 'A due of this agreement covers part of the period already.',
    });
  }
}
