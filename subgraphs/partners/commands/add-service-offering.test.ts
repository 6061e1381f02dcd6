import { appOf } from '@linju/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { OfferingStatus, offeringStates } from '../rules/offering-status.js';
import {
  away,
  makeOffering,
  makePartner,
  officer,
  officerAway,
  refusalsOf,
  startSample,
} from '../test-support/sample-partners.js';
import { storedRows, withAdmin } from '../test-support/stored-rows.js';
import { writeAs } from '../test-support/write-as.js';

let sample: Awaited<ReturnType<typeof startSample>>;
let partnerId: string;
beforeAll(async () => {
  sample = await startSample();
  partnerId = await makePartner(sample.door);
});
afterAll(() => sample[Symbol.asyncDispose]());

const add = (change: object = {}, select = 'id') =>
  writeAs(sample.door, officer, `addServiceOffering { ${select} }`, {
    partnerId,
    name: '磨刀',
    serviceKind: 'KNIFE_GRINDING',
    priceTier: 'LOW_FEE',
    ...change,
  });

test('a service is offered as it was written, and can be had at once', async () => {
  const { record, refusals } = await add(
    {
      priceFen: '300',
      priceUnit: '把',
      eligibility: '本街道居民',
      requiredDocuments: '无',
      verifiedById: 'organisation_fixture_street_office',
    },
    `partner { id } name serviceKind priceTier priceFen priceUnit eligibility requiredDocuments status lastVerifiedAt
     verifiedBy { id } places { id } transitions { from to } provenance { method }`,
  );
  expect(refusals).toEqual([]);
  expect(record).toEqual({
    partner: { id: partnerId },
    name: '磨刀',
    serviceKind: 'KNIFE_GRINDING',
    priceTier: 'LOW_FEE',
    priceFen: '300',
    priceUnit: '把',
    eligibility: '本街道居民',
    requiredDocuments: '无',
    status: 'ACTIVE',
    lastVerifiedAt: '2024-10-16T00:00:00+08:00',
    verifiedBy: { id: 'organisation_fixture_street_office' },
    places: [],
    transitions: [{ from: null, to: 'ACTIVE' }],
    provenance: { method: 'RECORDED' },
  });
});

test.each([
  ['an unknown kind', { serviceKind: 'SPELLS' }, 'NOT_FOUND serviceKind'],
  [
    'a price for what is free',
    { priceTier: 'FREE', priceFen: '1', priceUnit: '次' },
    'RULE_VIOLATED priceFen',
  ],
  ['a price of nothing', { priceFen: '0', priceUnit: '次' }, 'AMOUNT_REFUSED priceFen'],
  ['a price without its unit', { priceFen: '1' }, 'BAD_USER_INPUT priceUnit'],
  ['an unknown partner', { partnerId: 'partner_fixture_nobody' }, 'NOT_FOUND partnerId'],
  [
    'a mobile number in its conditions',
    { eligibility: '请打 13800001234' },
    'PERSON_DATA_REFUSED eligibility',
  ],
])('a service with %s is refused, and nothing is written', async (_, change, refusal) => {
  const before = await storedRows(sample.testDatabase);
  expect((await add(change)).refusals).toEqual([refusal]);
  expect(await storedRows(sample.testDatabase)).toEqual(before);
});

test('from each condition exactly the moves of the machine are made', async () => {
  const offeringId = await makeOffering(sample.door, partnerId);
  const states = Object.values(OfferingStatus);
  const made: string[] = [];
  for (const from of states) {
    for (const to of states) {
      await withAdmin(
        sample.testDatabase,
        (sql) => sql`
        update partners.service_offering set status = ${from} where id = ${offeringId}`,
      );
      const { record, refusals } = await writeAs(sample.door, officer, 'moveServiceOffering', {
        offeringId,
        to,
      });
      if (record) made.push(`${from}>${to}`);
      else expect(refusals).toEqual(['MOVE_NOT_ALLOWED to']);
    }
  }
  expect(made).toEqual(
    states.flatMap((from) => offeringStates.moves[from].map((to) => `${from}>${to}`)),
  );
});

test('a service is placed at a community or at a facility, with its times', async () => {
  const offeringId = await makeOffering(sample.door, partnerId);
  const place = (change: object, select = 'id') =>
    writeAs(sample.door, officer, `placeService { ${select} }`, {
      offeringId,
      districtCode: '990102',
      ...change,
    });
  const schedule = {
    freq: 'MONTHLY',
    bymonthday: [5],
    duration: 'PT2H',
    dtstart: '2024-11-05T09:00:00+08:00',
  };
  const select = `offering { id } community { id } facility { id } validFrom validTo
    schedule { dtstart duration freq interval byday bymonthday until exdates rdates }`;
  const where = {
    communityId: 'community_fixture_one',
    validFrom: '2024-11-01',
    validTo: '2025-11-01',
  };
  expect((await place({ ...where, schedule }, select)).record).toEqual({
    offering: { id: offeringId },
    community: { id: 'community_fixture_one' },
    facility: null,
    validFrom: '2024-11-01',
    validTo: '2025-11-01',
    schedule: { ...schedule, interval: 1, byday: [], until: null, exdates: [], rdates: [] },
  });
  const facility = { facilityId: 'facility_fixture_hall' };
  expect((await place(facility)).refusals).toEqual([]);
  expect((await place({})).refusals).toEqual(['RULE_VIOLATED communityId']);
  expect((await place({ ...where, ...facility })).refusals).toEqual(['RULE_VIOLATED communityId']);
  expect((await place({ ...facility, schedule: { bymonthday: [5] } })).refusals).toEqual([
    'BAD_USER_INPUT schedule',
  ]);
  expect(
    (await place({ ...facility, schedule: { freq: 'MONTHLY', bymonthday: [32] } })).refusals,
  ).toEqual(['BAD_USER_INPUT schedule']);
  expect((await place({ ...facility, validFrom: '2024-11' })).refusals).toEqual([
    'BAD_USER_INPUT validFrom',
  ]);
  expect(
    (await place({ ...facility, validFrom: '2024-11-02', validTo: '2024-11-02' })).refusals,
  ).toEqual(['PERIOD_REFUSED validTo']);
  expect((await place({ ...facility, districtCode: away })).refusals).toEqual(['NOT_AUTHORISED']);
});

test('officers of another district place a service of this one in theirs, and write nothing else of it', async () => {
  const offeringId = await makeOffering(sample.door, partnerId);
  const there = { offeringId, districtCode: away, facilityId: 'facility_fixture_away' };
  expect((await writeAs(sample.door, officerAway, 'placeService', there)).refusals).toEqual([]);
  const moved = { offeringId, to: 'INACTIVE' };
  for (const viewer of [officerAway, appOf(partnerId)]) {
    expect(await refusalsOf(sample.door, viewer, 'moveServiceOffering', moved)).toEqual([
      'NOT_AUTHORISED',
    ]);
  }
});
