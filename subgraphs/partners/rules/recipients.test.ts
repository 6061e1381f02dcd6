import { analystOf, anonymous, appOf, officerOf } from '@linju/kit';
import { expect, test } from 'vitest';

import { parseRecipients, shownRecipients } from './recipients.js';

test.each(['PERSON', 'FAMILY', 'COUPLE'] as const)('recipients are counted in %s', (unit) => {
  const quantity = { value: 169, qualifier: 'EXACT', unit } as const;
  expect(parseRecipients(quantity)).toEqual(quantity);
});

test('recipients are no things', () => {
  expect(() => parseRecipients({ value: 1, qualifier: 'EXACT', unit: 'ITEM' })).toThrow(
    /counted in/,
  );
});

test.each([-1, 1.5, Number.NaN, 2 ** 53, -0])('%d is no count', (value) => {
  expect(() => parseRecipients({ value, qualifier: 'EXACT', unit: 'PERSON' })).toThrow(
    /whole number/,
  );
});

const stored = {
  districtCode: '990102',
  recipients: 4,
  recipientsQualifier: 'EXACT',
  recipientsUnit: 'PERSON',
} as const;

test.each([anonymous, officerOf('990103'), analystOf('990100'), appOf('partner_fixture_one')])(
  'four people are suppressed for $id, five are shown',
  (viewer) => {
    expect(shownRecipients(viewer, stored)).toEqual({ quantity: null, reasonIfNull: 'SUPPRESSED' });
    expect(shownRecipients(viewer, { ...stored, recipients: 5 })).toEqual({
      quantity: { value: 5, qualifier: 'EXACT', unit: 'PERSON' },
      reasonIfNull: null,
    });
  },
);

test('officers of the district see small numbers too', () => {
  expect(shownRecipients(officerOf('990102'), stored).quantity?.value).toBe(4);
});

test('a count that nobody stated is not stated, and no zero', () => {
  const unstated = { ...stored, recipients: null, recipientsQualifier: null, recipientsUnit: null };
  expect(shownRecipients(anonymous, unstated)).toEqual({
    quantity: null,
    reasonIfNull: 'NOT_STATED',
  });
});
