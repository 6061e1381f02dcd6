import { createHash } from 'node:crypto';

import { canonicalJson } from '@linju/kit';

import type { Donor } from './donor.js';

/**
 * What the hash chain keeps of a donor: SHA-256 over the donor and a salt of its own. It vouches for
 * the donor without telling who it is; once donor and salt are erased nobody can work it out again.
 * @returns 64 hexadecimal digits
 */
export const donorDigest = ({ organisationId, partnerId, name }: Donor, salt: string): string =>
  createHash('sha256')
    .update(canonicalJson({ organisationId, partnerId, name, salt }))
    .digest('hex');
