import { isOfficerOf, refuse, type Viewer } from '@linju/kit';

/**
 * Money of a district is moved, and its records are written, by the officers of that district.
 * @throws Refusal NOT_AUTHORISED
 */
export function requireWriter(viewer: Viewer, districtCode: string): void {
  if (isOfficerOf(viewer, districtCode)) return;
  refuse('NOT_AUTHORISED', {
    message: `Only an officer of district ${districtCode} may write its funds, grants and budget lines.`,
  });
}
