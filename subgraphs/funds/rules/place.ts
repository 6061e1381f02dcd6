import { adminLevelOf, refuse } from '@linju/kit';

/** A place by its district and, where it is one, its street. */
export interface Place {
  readonly districtCode: string;
  readonly streetCode: string | null;
}

/**
 * Reads the code of a district or street.
 * @throws Refusal BAD_USER_INPUT for any other code
 */
export function parsePlace(field: string, code: string): Place {
  const level = adminLevelOf(code);
  if (level === 'DISTRICT') return { districtCode: code, streetCode: null };
  if (level === 'STREET') return { districtCode: code.slice(0, 6), streetCode: code };
  return refuse('BAD_USER_INPUT', {
    field,
    message: `${field} is the code of a district (six digits) or street (nine); received ${code}.`,
  });
}
