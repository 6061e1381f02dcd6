import { isOfficerOf, type Viewer } from '../call/viewer.js';
import { refuse } from '../errors.js';

/**
 * Records of a district are written by its officers.
 * @param districtCode null for what belongs to no one district: only linju itself writes that
 * @throws Refusal NOT_AUTHORISED
 */
export function requireWriter(viewer: Viewer, districtCode: string | null): void {
  if (viewer.role === 'SYSTEM') return;
  if (districtCode !== null && isOfficerOf(viewer, districtCode)) return;
  refuse('NOT_AUTHORISED', {
    message:
      districtCode === null
        ? 'This record belongs to no one district; it is kept from the registers and cannot be written here.'
        : `Only an officer of district ${districtCode} may write its records.`,
  });
}
