import { expect, test } from 'vitest';

import { requireBeneficiary, requireSpaceTerms, requireWholeSplit } from './agreement-terms.js';

test.each([
  [{ community: 2_000, partner: 5_000, other: 3_000 }],
  [{ community: 0, partner: 10_000, other: 0 }],
])('a split that sums to 10,000 passes', (split) => {
  expect(() => requireWholeSplit(split)).not.toThrow();
});

test.each([
  [{ community: 2_000, partner: 5_000, other: 2_999 }],
  [{ community: 2_000, partner: 5_000, other: 3_001 }],
  [{ community: -1, partner: 10_001, other: 0 }],
  [{ community: 0, partner: 0, other: 0 }],
])('another split is refused', (split) => {
  expect(() => requireWholeSplit(split)).toThrow(/10,000/);
});

test('space for resources names the space', () => {
  expect(() => requireSpaceTerms('SPACE_FOR_RESOURCES', null)).toThrow(/spaceGrant/);
  expect(() => requireSpaceTerms('SPACE_FOR_RESOURCES', { feeTier: 'FREE' })).not.toThrow();
  expect(() => requireSpaceTerms('PROJECT', null)).not.toThrow();
});

test('a free space has no fee; a fee of zero is none', () => {
  expect(() => requireSpaceTerms('PROJECT', { feeTier: 'FREE', feeFen: 1n })).toThrow(/no fee/);
  expect(() => requireSpaceTerms('PROJECT', { feeTier: 'FREE', feeFen: 0n })).not.toThrow();
  expect(() => requireSpaceTerms('PROJECT', { feeTier: 'LOW_FEE', feeFen: 1n })).not.toThrow();
});

const fund = { kind: 'COMMUNITY_FUND', fundId: 'fund_seed_yeyachong' } as const;
const centre = { kind: 'STREET_SERVICE_CENTRE', organisationId: 'organisation_seed_x' } as const;

test('a share above zero needs an account, none needs none', () => {
  expect(() => requireBeneficiary(1, null)).toThrow(/beneficiaryAccount/);
  expect(() => requireBeneficiary(0, null)).not.toThrow();
  expect(() => requireBeneficiary(1, fund)).not.toThrow();
  expect(() => requireBeneficiary(10_000, centre)).not.toThrow();
});

test.each([-1, 10_001])('a share of %i basis points is refused', (share) => {
  expect(() => requireBeneficiary(share, fund)).toThrow(/0 to 10,000/);
});

test.each([
  [{ kind: 'COMMUNITY_FUND' }],
  [{ ...centre, kind: 'COMMUNITY_FUND' }],
  [{ ...centre, ...fund }],
  [{ ...fund, kind: 'STREET_SERVICE_CENTRE' }],
] as const)('an account is named as its kind wants it, and no other way', (account) => {
  expect(() => requireBeneficiary(500, account)).toThrow(/only/);
});
