import { isOfficerOf, type Viewer } from '../call/viewer.js';
import { checkValue } from '../check-input.js';
import { refuse } from '../errors.js';
import { adminLevelOf } from '../values/admin-code.js';

/**
 * Records of a district are written by its officers.
 * @param districtCode null for what belongs to no one district: only linju itself writes that
 * @throws Refusal NOT_AUTHORISED, BAD_USER_INPUT for a code of no district, which nobody could write
 */
export function requireWriter(viewer: Viewer, districtCode: string | null): void {
  if (viewer.role === 'SYSTEM') return;
  if (districtCode !== null && isOfficerOf(viewer, districtCode)) return;
  if (districtCode !== null) requireDistrictCode(districtCode);
  refuse('NOT_AUTHORISED', {
    message:
      districtCode === null
        ? 'This record belongs to no one district; it is kept from the registers and cannot be written here.'
        : `Only an officer of district ${districtCode} may write its records.`,
  });
}

/**
 * Lets the code of a district pass, by its form alone.
 * @throws Refusal BAD_USER_INPUT
 */
export function requireDistrictCode(code: string): void {
  if (checkValue('districtCode', () => adminLevelOf(code)) === 'DISTRICT') return;
  refuse('BAD_USER_INPUT', {
    field: 'districtCode',
    message: `${code} is not the code of a district. Such a code has six digits and does not end in 00.`,
  });
}
