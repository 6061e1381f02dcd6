import { checkText, refuse } from '@linju/kit';

import type { PartnerType } from './partner-type.js';

// A display name is public, and no filter can tell a person's name from another word. So nobody may choose
// one for a person: it is made from the end of the id, which is enough to tell two partners apart.

/**
 * The name a partner is shown under.
 * @param chosen what the writer wants; must be left out for a person
 * @throws Refusal PERSON_DATA_REFUSED, BAD_USER_INPUT, BAD_ENCODING
 */
export function displayNameOf(type: PartnerType, id: string, chosen?: string | null): string {
  if (type !== 'INDIVIDUAL') return checkText('displayName', chosen ?? '');
  if (chosen === null || chosen === undefined) return `个人合伙人${id.slice(-4).toUpperCase()}`;
  return refuse('PERSON_DATA_REFUSED', {
    field: 'displayName',
    message: 'The display name is public. Leave it out for an individual; a neutral one is made.',
  });
}
