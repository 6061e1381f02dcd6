import { checkText, refuse } from '@linju/kit';

/** How an individual partner is reached. Class P2. */
export interface Contact {
  readonly contactName: string;
  readonly phone: string;
}

const MOBILE = /^1[3-9]\d{9}$/;
const LANDLINE = /^0\d{2,3}-?[2-8]\d{6,7}$/;

/**
 * Reads a contact that a writer sent.
 * @throws Refusal BAD_USER_INPUT, BAD_ENCODING, PERSON_DATA_REFUSED for a number in the name
 */
export function parseContact({ contactName, phone }: Contact): Contact {
  const number = phone.replaceAll(/\s/g, '');
  if (!MOBILE.test(number) && !LANDLINE.test(number)) {
    refuse('BAD_USER_INPUT', {
      field: 'individualProfile.phone',
      message: 'A phone number is a mobile one of 11 digits, or a landline with its area code.',
    });
  }
  return {
    contactName: checkText('individualProfile.contactName', contactName, { lengthMax: 50 }),
    phone: number,
  };
}

/** What an analyst is shown: 张** and 138****1234. The length of the name is not given away. */
export const maskContact = ({ contactName, phone }: Contact): Contact => ({
  contactName: `${[...contactName][0] ?? ''}**`,
  phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
});
