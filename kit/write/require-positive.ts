import { refuse } from '../errors.js';

/**
 * A measure that is above zero when it is given at all.
 * @returns null where it is not given
 * @throws Refusal BAD_USER_INPUT
 */
export const requirePositive = (field: string, value: number | null | undefined): number | null =>
  requireAtLeast(field, value, 1);

/**
 * A count that may be zero but not below, when it is given at all.
 * @returns null where it is not given
 * @throws Refusal BAD_USER_INPUT
 */
export const requireNotNegative = (
  field: string,
  value: number | null | undefined,
): number | null => requireAtLeast(field, value, 0);

function requireAtLeast(
  field: string,
  value: number | null | undefined,
  least: number,
): number | null {
  if (value === null || value === undefined) return null;
  if (value >= least) return value;
  return refuse('BAD_USER_INPUT', { field, message: `${field} is ${least} or more, or left out.` });
}
