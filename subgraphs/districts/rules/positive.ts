import { refuse } from '@linju/kit';

/**
 * A measure that is above zero when it is given at all.
 * @returns null where it is not given
 * @throws Refusal BAD_USER_INPUT
 */
export function requirePositive(field: string, value: number | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  if (value > 0) return value;
  return refuse('BAD_USER_INPUT', { field, message: `${field} is above 0, or left out.` });
}
