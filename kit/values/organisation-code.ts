// 18 characters without I O S V Z, which are easily taken for digits or for each other.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_CODE = new RegExp(
  `^[1-9A-HJ-NPQRTUWXY][1-9A-HJ-NPQRTUWXY][0-9]{6}[${ALPHABET}]{10}$`,
);
const MODULUS = 31;

/**
 * Whether a text is a unified social credit code of an organisation (统一社会信用代码, GB 32100-2015):
 * authority 1 + category 1 + registration division 6 + body 9 + check 1, upper case. The check character
 * makes the sum of all values, weighted by 3^i mod 31 from the left, a multiple of 31.
 */
export function isOrganisationCode(text: unknown): text is string {
  if (typeof text !== 'string' || !ORGANISATION_CODE.test(text)) return false;
  let weight = 1;
  let sum = 0;
  for (const character of text.slice(0, 17)) {
    sum += weight * ALPHABET.indexOf(character);
    weight = (weight * 3) % MODULUS;
  }
  return ALPHABET[(MODULUS - (sum % MODULUS)) % MODULUS] === text[17];
}
