import { isOrganisationCode, refuse } from '@linju/kit';

/**
 * Reads a unified social credit code (统一社会信用代码, GB 32100-2015). Never required: many of the
 * bodies here have none. Its digits 3 to 8 tell where the body is registered, not where it works.
 * @throws Refusal BAD_USER_INPUT when the length, a character or the check character is wrong
 */
export function parseUscc(text: string, field = 'uscc'): string {
  if (isOrganisationCode(text)) return text;
  return refuse('BAD_USER_INPUT', {
    field,
    message:
      'This is not a unified social credit code: 18 digits and capital letters without I, O, S, V and Z, the last of which checks the others.',
  });
}
