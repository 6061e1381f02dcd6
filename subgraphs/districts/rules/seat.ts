import { AdminLevel, adminCodePrefix, adminLevelOf, refuse } from '@linju/kit';

/**
 * The city or district that organisations have their seats in; a seat is known no finer.
 * @returns the digits that the codes of all its districts begin with
 * @throws Refusal BAD_USER_INPUT for a street
 */
export function requireSeat(code: string, field = 'seat'): string {
  if (adminLevelOf(code) !== AdminLevel.STREET) return adminCodePrefix(code);
  return refuse('BAD_USER_INPUT', {
    field,
    message: `${code} is a street. Seats are known by district: ask for ${code.slice(0, 6)}.`,
  });
}
