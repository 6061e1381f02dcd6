import { refuse } from '../errors.js';
import { periodOf, type Period } from '../values/period.js';
import { ValueError } from '../values/value-error.js';

/**
 * A span of time that a caller wrote: from before to; either end may be open.
 * @param field as the caller wrote it
 * @throws Refusal PERIOD_REFUSED
 */
export function requirePeriod(
  field: string,
  { from, to }: { readonly from?: Date | null | undefined; readonly to?: Date | null | undefined },
): Period {
  try {
    return periodOf({ from: from ?? null, to: to ?? null });
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    return refuse('PERIOD_REFUSED', { field, message: error.message });
  }
}
