import { anonymous, systemViewer } from '@linju/kit';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import {
  agreementInput,
  home,
  makeActivePartner,
  makeAgreement,
  makeNeed,
  makeOffering,
  makeScheme,
  officer,
  startSample,
} from '../test-support/sample-partners.js';
import { writtenId } from '../test-support/write-as.js';
import { candidacyKey } from './candidacy-facts.js';
import { createLoaders, type Loaders } from './index.js';
import { totalsKey } from './totals-of-district.js';

let sample: Awaited<ReturnType<typeof startSample>>;
let load: Loaders;
const ids: Record<string, string> = {};
beforeAll(async () => {
  sample = await startSample();
  const { door } = sample;
  ids['partnerSchemeById'] = await makeScheme(door);
  const { partnerId, membershipId } = await makeActivePartner(door, ids['partnerSchemeById']);
  ids['partnerById'] = partnerId;
  ids['membershipById'] = membershipId;
  const terms = {
    revenueShareBps: 500,
    beneficiaryAccount: { kind: 'COMMUNITY_FUND', fundId: 'fund_fixture_one' },
  };
  ids['agreementById'] = await makeAgreement(door, agreementInput(membershipId, terms), 'SIGNED');
  ids['revenueShareDueById'] = await writtenId(door, officer, 'recordRevenueShareDue', {
    agreementId: ids['agreementById'],
    from: '2024-07-01T00:00:00+08:00',
    to: '2024-10-01T00:00:00+08:00',
    baseFen: '10000',
    dueOn: '2024-10-15',
  });
  ids['serviceOfferingById'] = await makeOffering(door, partnerId);
  ids['serviceAtPlaceById'] = await writtenId(door, officer, 'placeService', {
    offeringId: ids['serviceOfferingById'],
    districtCode: home,
    facilityId: 'facility_fixture_hall',
  });
  ids['needItemById'] = await makeNeed(door);
  ids['needMatchById'] = await writtenId(door, officer, 'proposeMatch', {
    needId: ids['needItemById'],
    partnerId,
  });
  ids['resourceItemById'] = await writtenId(door, officer, 'addResource', {
    title: '门店',
    kind: 'SPACE',
    ownerId: partnerId,
    districtCode: home,
  });
  ids['partnerProjectById'] = await writtenId(door, officer, 'startPartnerProject', {
    name: '示例项目',
    partnerIds: [partnerId],
    state: 'ACTIVE',
    districtCode: home,
  });
  ids['distributionById'] = 'distribution_seed_igo_monthly';
  ids['evaluationById'] = await writtenId(door, officer, 'evaluateMembership', {
    membershipId,
    year: 2024,
    verdicts: ['PREMISES_SAFETY', 'REVENUE_SHARE', 'DELIVERED_ACT'].map((criterion) => ({
      criterion,
      result: 'MET',
      detail: '示例',
    })),
  });
  ids['awardById'] = await writtenId(door, officer, 'grantAward', {
    membershipId,
    year: 2024,
    amountFen: '300000',
  });
});
beforeEach(() => {
  load = createLoaders(sample.database.reader(systemViewer));
  sample.takeStatements();
});
afterAll(() => sample[Symbol.asyncDispose]());

/** Each loader by id, with the file it stands in. */
const byIdLoaders = [
  ['partner-by-id', 'partnerById'],
  ['partner-scheme-by-id', 'partnerSchemeById'],
  ['membership-by-id', 'membershipById'],
  ['agreement-by-id', 'agreementById'],
  ['agreement-by-id', 'revenueShareDueById'],
  ['service-offering-by-id', 'serviceOfferingById'],
  ['service-offering-by-id', 'serviceAtPlaceById'],
  ['need-item-by-id', 'needItemById'],
  ['need-item-by-id', 'needMatchById'],
  ['resource-item-by-id', 'resourceItemById'],
  ['partner-project-by-id', 'partnerProjectById'],
  ['distribution-by-id', 'distributionById'],
  ['award-by-id', 'evaluationById'],
  ['award-by-id', 'awardById'],
] as const;

test.each(byIdLoaders)(
  '%s: %s gives rows in the order of the keys, null for what is not there, in one statement',
  async (_, name) => {
    const id = ids[name]!;
    const rows = await Promise.all(['none', id, 'neither', id].map((key) => load[name].load(key)));
    expect(rows.map((row) => row && row.id)).toEqual([null, id, null, id]);
    expect(sample.takeStatements()).toHaveLength(1);
  },
);

test.each([
  ['membershipsOfPartner', 'partnerById', 'membershipById'],
  ['agreementsOfMembership', 'membershipById', 'agreementById'],
  ['evaluationsOfMembership', 'membershipById', 'evaluationById'],
  ['awardsOfMembership', 'membershipById', 'awardById'],
  ['offeringsOfPartner', 'partnerById', 'serviceOfferingById'],
  ['placesOfOffering', 'serviceOfferingById', 'serviceAtPlaceById'],
  ['matchesOfNeed', 'needItemById', 'needMatchById'],
  ['partnersOfProject', 'partnerProjectById', 'partnerById'],
] as const)(
  '%s gives all rows of each key, none for what has none, in one statement',
  async (name, parent, child) => {
    const [none, some] = await Promise.all([
      load[name].load('none'),
      load[name].load(ids[parent]!),
    ]);
    expect(none).toEqual([]);
    expect(some.map(({ id }) => id)).toContain(ids[child]);
    expect(sample.takeStatements()).toHaveLength(1);
  },
);

test('loaders of different kinds asked in one tick go out together', async () => {
  await Promise.all(byIdLoaders.map(([, name]) => load[name].load(ids[name]!)));
  expect(sample.takeStatements()).toHaveLength(byIdLoaders.length);
});

test('the internal part comes in the same statement, and is missing for who may not see it', async () => {
  const open = await load.agreementById.load(ids['agreementById']!);
  expect(open).toMatchObject({
    internalPurchaseFen: null,
    revenueShareBps: 500,
    signedOn: '2024-10-16',
  });
  const amounts = await load.amountsOfDue.load(ids['revenueShareDueById']!);
  expect(amounts).toEqual({ dueId: ids['revenueShareDueById'], baseFen: 10_000n, dueFen: 500n });
  const closed = createLoaders(sample.database.reader(anonymous));
  expect(await closed.amountsOfDue.load(ids['revenueShareDueById']!)).toBeNull();
  expect(await closed.evaluationById.load(ids['evaluationById']!)).toMatchObject({
    result: 'ELIGIBLE',
    internalCriteria: null,
    internalScores: null,
  });
});

test('the organisation finds its partner, the partner its premises and its profile', async () => {
  expect(await load.partnerOfOrganisation.load('organisation_seed_lele')).toMatchObject({
    id: 'partner_seed_lele',
    premisesState: 'KNOWN',
  });
  expect(await load.premisesOfPartner.load('partner_seed_lele')).toEqual([
    { partnerId: 'partner_seed_lele', facilityId: 'facility_seed_igo' },
  ]);
  expect(await load.profileOfPartner.load('partner_seed_lele')).toBeNull();
});

test('totals of several districts and periods are one statement', async () => {
  const asked = (districtCode: string, from: string | null, to: string | null) =>
    load.totalsOfDistrict.load(
      totalsKey({ districtCode, from: from ? new Date(from) : null, to: to ? new Date(to) : null }),
    );
  const [all, past, other] = await Promise.all([
    asked(home, null, null),
    asked(home, null, '2024-10-15T00:00:00+08:00'),
    asked('990106', null, null),
  ]);
  expect(all).toMatchObject({
    commercial: 1,
    activeMemberships: 1,
    membershipsAdmitted: 1,
    needsRaised: 1,
  });
  expect(past).toMatchObject({ commercial: 1, membershipsAdmitted: 0, needsRaised: 0 });
  expect(other).toMatchObject({ commercial: 0, activeMemberships: 0 });
  expect(sample.takeStatements()).toHaveLength(1);
});

test('the facts of a candidacy are cut at the instant asked about', async () => {
  const facts = (yearEnds: string, asOf: string | null) =>
    load.candidacyFacts.load(
      candidacyKey({
        membershipId: ids['membershipById']!,
        yearBegins: new Date('2024-01-01T00:00:00+08:00'),
        yearEnds: new Date(yearEnds),
        asOf: asOf ? new Date(asOf) : null,
      }),
    );
  const [latest, before] = await Promise.all([
    facts('2024-10-16T00:00:00+08:00', null),
    facts('2024-10-15T23:59:59+08:00', '2024-10-15T23:59:59+08:00'),
  ]);
  expect(latest).toMatchObject({
    membershipState: 'ACTIVE',
    agreements: 2,
    shareDueFen: 500n,
    deliveredActs: 0,
  });
  expect(before).toMatchObject({ membershipState: null, shareDueFen: 0n });
  expect(sample.takeStatements()).toHaveLength(1);
});
