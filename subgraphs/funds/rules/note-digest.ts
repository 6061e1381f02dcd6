import { createHash } from 'node:crypto';

import { canonicalJson } from '@linju/kit';

/**
 * What the hash chain keeps of a transfer's note: SHA-256 over the note and a salt of its own, as of its
 * donor. An officer may have written of a person there, so a note can be erased on request; what stands
 * in the chain then says nothing any more, and the chain still holds.
 * @returns 64 hexadecimal digits
 */
export const noteDigest = (note: string, salt: string): string =>
  createHash('sha256').update(canonicalJson({ note, salt })).digest('hex');
