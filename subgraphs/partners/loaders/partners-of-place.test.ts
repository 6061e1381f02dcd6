import { anonymous, openPages } from '@linju/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import {
  away,
  makeActivePartner,
  makeNeed,
  makeOffering,
  makeScheme,
  officer,
  organisationInput,
  startSample,
} from '../test-support/sample-partners.js';
import { writtenId } from '../test-support/write-as.js';
import { candidatesOfNeed } from './candidates-of-need.js';
import {
  allPartners,
  partnersAtFacility,
  partnersOfCity,
  partnersOfCommunity,
  partnersOfDistrict,
  partnersOfStreet,
} from './partners-of-place.js';

let sample: Awaited<ReturnType<typeof startSample>>;
const ids: Record<string, string> = {};
beforeAll(async () => {
  sample = await startSample();
  const { door } = sample;
  const schemeId = await makeScheme(door);
  const here = { streetCode: '990102001', communityId: 'community_fixture_one' };
  const partner = async (displayName: string, change: object = {}) => {
    const made = await makeActivePartner(
      door,
      schemeId,
      organisationInput({ displayName, ...change }),
    );
    ids[displayName] = made.partnerId;
    return made;
  };
  // Each is in the community by another way; the last one is not.
  await partner('registered', {
    ...here,
    premises: { state: 'KNOWN', facilityIds: ['facility_fixture_a'] },
  });
  await partner('by project');
  await writtenId(door, officer, 'startPartnerProject', {
    ...here,
    districtCode: '990102',
    name: '示例项目',
    partnerIds: [ids['by project']],
    state: 'ACTIVE',
  });
  await partner('by distribution');
  await writtenId(door, officer, 'planDistribution', {
    ...here,
    districtCode: '990102',
    programme: '示例发放',
    partnerId: ids['by distribution'],
    plannedOn: '2024-11-05',
  });
  await partner('by match');
  const needId = await makeNeed(door, here);
  const matchId = await writtenId(door, officer, 'proposeMatch', {
    needId,
    partnerId: ids['by match'],
  });
  await writtenId(door, officer, 'moveMatch', { matchId, to: 'ACCEPTED' });
  await partner('by service');
  await writtenId(door, officer, 'placeService', {
    offeringId: await makeOffering(door, ids['by service']!),
    districtCode: '990102',
    communityId: here.communityId,
  });
  const { membershipId } = await partner('by agreement');
  await writtenId(door, officer, 'draftAgreement', {
    membershipId,
    counterpartyId: 'organisation_fixture_x',
    communityId: here.communityId,
    mode: 'PROJECT',
    revenueShareBps: 0,
    relatedParty: false,
  });
  const proposed = await partner('only proposed');
  const other = await makeNeed(door, here);
  await writtenId(door, officer, 'proposeMatch', { needId: other, partnerId: proposed.partnerId });
});
afterAll(() => sample[Symbol.asyncDispose]());

const nothingAsked = { type: null, subtype: null, scheme: null, state: null, serviceKind: null };

const namesIn = async (list: typeof allPartners.NAME, ...keys: readonly string[]) => {
  sample.takeStatements();
  const pages = openPages(sample.database.reader(anonymous));
  const found = await Promise.all(
    keys.map((key) => pages.load(list, key, { first: 50 }, nothingAsked)),
  );
  expect(sample.takeStatements()).toHaveLength(1);
  return found.map(({ rows }) => rows.map(({ displayName }) => displayName));
};

test('a community has every partner at work in it, each once, and its neighbour none', async () => {
  expect(
    await namesIn(partnersOfCommunity.NAME, 'community_fixture_two', 'community_fixture_one'),
  ).toEqual([
    [],
    ['by agreement', 'by distribution', 'by match', 'by project', 'by service', 'registered'],
  ]);
});

test('a street has the partners of the records that name it', async () => {
  expect(await namesIn(partnersOfStreet.NAME, '990102001', '990102002')).toEqual([
    ['by distribution', 'by match', 'by project', 'registered'],
    [],
  ]);
});

test('districts and cities have the partners that count for them', async () => {
  const everybody = Object.keys(ids).sort();
  expect(await namesIn(partnersOfDistrict.NAME, '990102', away)).toEqual([everybody, []]);
  expect(await namesIn(partnersOfCity.NAME, '990100')).toEqual([everybody]);
  expect((await namesIn(allPartners.NAME, ''))[0]).toEqual(expect.arrayContaining(everybody));
});

test('a facility has the partners that work from it', async () => {
  expect(
    await namesIn(partnersAtFacility.LAST_VERIFIED, 'facility_fixture_a', 'facility_fixture_b'),
  ).toEqual([['registered'], []]);
});

test('the candidates of several needs are one statement', async () => {
  const needs = await Promise.all([
    makeNeed(sample.door),
    makeNeed(sample.door, { category: 'HAIRCUT' }),
  ]);
  sample.takeStatements();
  const pages = openPages(sample.database.reader(anonymous));
  const found = await Promise.all(
    needs.map((need) => pages.load(candidatesOfNeed, need, { first: 5 }, { districts: null })),
  );
  expect(sample.takeStatements()).toHaveLength(1);
  expect(found.map(({ rows }) => rows.map(({ partnerId }) => partnerId))).toEqual([
    [ids['by service']],
    [],
  ]);
});
