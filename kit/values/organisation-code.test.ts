import fc from 'fast-check';
import { expect, it, test } from 'vitest';

import { isOrganisationCode } from './organisation-code.js';

const runs = { seed: 20240920, numRuns: 500 };
const CODE = '91990101MA4L000008';

test.each([CODE, '529901011234567894', '12990101444818000J'])('%s is one', (code) => {
  expect(isOrganisationCode(code)).toBe(true);
});

test.each([
  ['a wrong check character', '91990101MA4L000009'],
  ['two characters changed round', '91990110MA4L000008'],
  ['lower case', CODE.toLowerCase()],
  ['a letter O', '91990101MA4LO00008'],
  ['17 characters', CODE.slice(0, 17)],
  ['19 characters', `${CODE}0`],
  ['a blank behind', `${CODE} `],
  ['full-width digits', '９1990101MA4L000008'],
  ['nothing', ''],
  ['an object that prints as one', { toString: (): string => CODE }],
])('%s is none', (_, received) => {
  expect(isOrganisationCode(received)).toBe(false);
});

it('no other character in any place passes the check', () => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  fc.assert(
    fc.property(fc.nat(17), fc.constantFrom(...alphabet), (place, character) => {
      const changed = CODE.slice(0, place) + character + CODE.slice(place + 1);
      expect(isOrganisationCode(changed)).toBe(changed === CODE);
    }),
    runs,
  );
});
