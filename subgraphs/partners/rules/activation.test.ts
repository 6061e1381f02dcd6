import { expect, test } from 'vitest';

import { requireAgreementWhereDue, type ActivationFacts } from './activation.js';

const refused = (facts: ActivationFacts): boolean => {
  try {
    requireAgreementWhereDue(facts);
    return false;
  } catch {
    return true;
  }
};

const types = ['COMMERCIAL', 'COMMUNITY_GROUP', 'INDIVIDUAL'] as const;
const ways = (to: 'AGREEMENT_SIGNED' | 'ACTIVE', from: ActivationFacts['from']) =>
  types.map((partnerType) =>
    [true, false].map((hasBindingAgreement) =>
      refused({ from, to, partnerType, hasBindingAgreement }),
    ),
  );

// Each row a type, with an agreement and without one; true is refused.
test('a membership is signed only under a signed agreement', () => {
  expect(ways('AGREEMENT_SIGNED', 'ADMITTED')).toEqual([
    [false, true],
    [false, true],
    [false, true],
  ]);
});

test('from ADMITTED only a person becomes active without an agreement', () => {
  expect(ways('ACTIVE', 'ADMITTED')).toEqual([
    [false, true],
    [false, true],
    [false, false],
  ]);
});

test.each(['AGREEMENT_SIGNED', 'SUSPENDED'] as const)(
  'from %s a commercial partner needs an agreement that still binds',
  (from) => {
    expect(ways('ACTIVE', from)).toEqual([
      [false, true],
      [false, false],
      [false, false],
    ]);
  },
);

test('other moves ask for no agreement', () => {
  const other = { from: 'UNDER_REVIEW', to: 'ADMITTED', partnerType: 'COMMERCIAL' } as const;
  expect(refused({ ...other, hasBindingAgreement: false })).toBe(false);
});
