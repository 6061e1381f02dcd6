import { comparePartialDates, refuse, type PartialDate } from '@linju/kit';

/** From when to when a policy instrument binds, as coarsely as it is stated. */
export interface WrittenTerm {
  readonly effectiveFrom?: PartialDate | null | undefined;
  readonly effectiveTo?: PartialDate | null | undefined;
}

/**
 * The last day in force is not before the first, as far as both are stated.
 * @returns both days, null where not stated
 * @throws Refusal PERIOD_REFUSED
 */
export function requireTerm({ effectiveFrom = null, effectiveTo = null }: WrittenTerm) {
  const inOrder =
    effectiveFrom === null ||
    effectiveTo === null ||
    comparePartialDates(effectiveFrom, effectiveTo) <= 0;
  if (inOrder) return { effectiveFrom, effectiveTo };
  return refuse('PERIOD_REFUSED', {
    field: 'effectiveTo',
    message: `effectiveTo (${effectiveTo}) lies before effectiveFrom (${effectiveFrom}).`,
  });
}
