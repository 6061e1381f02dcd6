import { checkValue } from '@linju/kit';

import { parseRecipients } from '../rules/recipients.js';
import type { RecipientsInput } from '../schema/distribution-inputs.js';

/**
 * The columns of a count of recipients; all null where none is given.
 * @throws Refusal BAD_USER_INPUT
 */
export function recipientsColumns(written: RecipientsInput | null | undefined) {
  if (!written) return { recipients: null, recipientsQualifier: null, recipientsUnit: null };
  const { value, qualifier, unit } = checkValue('recipients.value', () => parseRecipients(written));
  return { recipients: value, recipientsQualifier: qualifier, recipientsUnit: unit };
}
