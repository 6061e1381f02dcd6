import { adminLevelOf, refuse } from '@linju/kit';

/** A place by its district and, where it is one, its street. */
export interface Place {
  readonly districtCode: string;
  readonly streetCode: string | null;
}

/**
 * Lets the code of a city or district pass, where records are kept by district: of a street there would
 * never be any, which is not the same as none.
 * @throws Refusal BAD_USER_INPUT
 */
export function requireNoStreet(area: string): void {
  if (adminLevelOf(area) !== 'STREET') return;
  refuse('BAD_USER_INPUT', {
    field: 'area',
    message: `${area} is a street; this is kept by district. Ask for ${area.slice(0, 6)}.`,
  });
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
