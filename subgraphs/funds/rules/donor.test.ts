import { analystOf, anonymous, appOf, officerOf, systemViewer, type Viewer } from '@linju/kit';
import { describe, expect, test } from 'vitest';

import { refusalOf } from '../test-support/refusal-of.js';
import { donorDigest } from './donor-digest.js';
import { maskName, mayKnowDonations, parseDonor, shownDonor, type StoredDonor } from './donor.js';

const person: StoredDonor = {
  organisationId: null,
  partnerId: null,
  name: '张三丰',
  districtCode: '430202',
  visibility: 'ANONYMOUS',
};
const whole = { organisationId: null, partnerId: null, name: '张三丰', masked: false };
const masked = { organisationId: null, partnerId: null, name: '张**', masked: true };

const viewers: readonly (readonly [string, Viewer, object | null])[] = [
  ['anonymous', anonymous, null],
  ['a partner’s app', appOf('partner_seed_lele'), null],
  ['the officer of the district', officerOf('430202'), whole],
  ['the officer of another district', officerOf('430203'), null],
  ['the analyst of the city', analystOf('430200'), masked],
  ['the analyst of another city', analystOf('430100'), null],
  ['linju itself', systemViewer, whole],
];

test.each(viewers)('a donor who is not named: %s', (_, viewer, shown) => {
  expect(shownDonor(viewer, person)).toEqual(shown);
});

test('an organisation that lets itself be named is seen by everybody', () => {
  const named: StoredDonor = {
    ...person,
    organisationId: 'organisation_seed_a',
    name: null,
    visibility: 'NAMED',
  };
  expect(shownDonor(anonymous, named)).toEqual({
    organisationId: 'organisation_seed_a',
    partnerId: null,
    name: null,
    masked: false,
  });
});

test('a partner’s app sees what its own partner gave, and the analyst not even which partner', () => {
  const given: StoredDonor = { ...person, partnerId: 'partner_seed_lele', name: null };
  expect(shownDonor(appOf('partner_seed_lele'), given)).toMatchObject({
    partnerId: 'partner_seed_lele',
    masked: false,
  });
  expect(shownDonor(appOf('partner_seed_datong'), given)).toBeNull();
  expect(shownDonor(analystOf('430200'), given)).toEqual({
    organisationId: null,
    partnerId: null,
    name: null,
    masked: true,
  });
});

test('only those who see a partner’s donations unmasked may know which and how many there are', () => {
  const asked = { partnerId: 'partner_seed_lele', districtCode: '430202' };
  const may = (viewer: Viewer) => mayKnowDonations(viewer, asked);
  expect([appOf('partner_seed_lele'), officerOf('430202'), systemViewer].map(may)).toEqual([
    true,
    true,
    true,
  ]);
  expect(
    [
      anonymous,
      appOf('partner_seed_datong'),
      officerOf('430203'),
      analystOf('430200'),
      analystOf('430100'),
    ].map(may),
  ).toEqual([false, false, false, false, false]);
});

test.each([
  ['张三', '张**'],
  ['𠮷野', '𠮷**'],
])('%s is masked as %s', (name, shown) => expect(maskName(name)).toBe(shown));

describe('a donor as it is written', () => {
  test('is ANONYMOUS unless it is an organisation that says otherwise', () => {
    expect(parseDonor('INDIVIDUAL', { name: '甲' }, null, 'f')).toEqual({
      donor: { organisationId: null, partnerId: null, name: '甲' },
      visibility: 'ANONYMOUS',
    });
    expect(parseDonor('ORGANISATION', { name: '某公司' }, 'NAMED', 'f').visibility).toBe('NAMED');
    expect(parseDonor('PUBLIC', null, undefined, 'f')).toEqual({
      donor: null,
      visibility: 'ANONYMOUS',
    });
  });

  test.each([
    [
      'an individual NAMED',
      () => parseDonor('INDIVIDUAL', { name: '甲' }, 'NAMED', 'f'),
      'RULE_VIOLATED',
      'f.donorVisibility',
    ],
    [
      'nobody NAMED',
      () => parseDonor('ORGANISATION', null, 'NAMED', 'f'),
      'RULE_VIOLATED',
      'f.donorVisibility',
    ],
    [
      'a partner NAMED',
      () => parseDonor('PARTNER', { partnerId: 'partner_seed_a' }, 'NAMED', 'f'),
      'RULE_VIOLATED',
      'f.donorVisibility',
    ],
    ['no name at all', () => parseDonor('INDIVIDUAL', {}, null, 'f'), 'BAD_USER_INPUT', 'f.donor'],
    [
      'two names',
      () =>
        parseDonor(
          'ORGANISATION',
          { name: '甲', organisationId: 'organisation_seed_a' },
          null,
          'f',
        ),
      'BAD_USER_INPUT',
      'f.donor',
    ],
    [
      'a partner by its name',
      () => parseDonor('PARTNER', { name: '甲' }, null, 'f'),
      'BAD_USER_INPUT',
      'f.donor',
    ],
    [
      'an individual by a partner’s id',
      () => parseDonor('INDIVIDUAL', { partnerId: 'partner_seed_a' }, null, 'f'),
      'BAD_USER_INPUT',
      'f.donor',
    ],
    [
      'a giver of money that nobody gave',
      () => parseDonor(null, { name: '甲' }, null, 'f'),
      'BAD_USER_INPUT',
      'f.donor',
    ],
    [
      'a phone number',
      () => parseDonor('INDIVIDUAL', { name: '甲 13800138000' }, null, 'f'),
      'PERSON_DATA_REFUSED',
      'f.donor.name',
    ],
    [
      'an id of something else',
      () => parseDonor('ORGANISATION', { organisationId: 'fund_seed_a' }, null, 'f'),
      'BAD_USER_INPUT',
      'f.donor.organisationId',
    ],
  ])('is refused: %s', (_, parse, code, field) => {
    expect(refusalOf(parse)).toEqual({ code, field });
  });
});

test('the digest vouches for the donor and, without the salt, says nothing of it', () => {
  const donor = { organisationId: null, partnerId: null, name: '甲' };
  expect(donorDigest(donor, 'salt')).toMatch(/^[0-9a-f]{64}$/);
  expect(donorDigest(donor, 'salt')).toBe(donorDigest({ ...donor }, 'salt'));
  expect(donorDigest(donor, 'salt')).not.toBe(donorDigest(donor, 'other'));
  expect(donorDigest(donor, 'salt')).not.toBe(donorDigest({ ...donor, name: '乙' }, 'salt'));
});
