import { afterAll, beforeAll, expect, test } from 'vitest';

import {
  makeOffering,
  makePartner,
  officer,
  officerAway,
  organisationInput,
  refusalsOf,
  startSample,
} from '../test-support/sample-partners.js';
import { writeAs } from '../test-support/write-as.js';

let sample: Awaited<ReturnType<typeof startSample>>;
beforeAll(async () => {
  sample = await startSample();
});
afterAll(() => sample[Symbol.asyncDispose]());

const select = 'lastVerifiedAt verifiedBy { id } premisesState premises { id }';
const verifiedById = 'organisation_fixture_street_office';

test('a check is noted with its instant and its office', async () => {
  const partnerId = await makePartner(
    sample.door,
    organisationInput({ premises: { state: 'KNOWN', facilityIds: ['facility_fixture_a'] } }),
  );
  const checked = { partnerId, verifiedById };
  expect(
    (await writeAs(sample.door, officer, `verifyPartner { ${select} }`, checked)).record,
  ).toEqual({
    lastVerifiedAt: '2024-10-16T00:00:00+08:00',
    verifiedBy: { id: verifiedById },
    premisesState: 'KNOWN',
    premises: [{ id: 'facility_fixture_a' }],
  });
});

test('premises that were found to be other are stated anew', async () => {
  const partnerId = await makePartner(sample.door);
  const moved = { state: 'KNOWN', facilityIds: ['facility_fixture_c'] };
  const check = (premises: object) =>
    writeAs(sample.door, officer, `verifyPartner { ${select} }`, {
      partnerId,
      verifiedById,
      premises,
    });
  expect((await check(moved)).record).toMatchObject({
    premisesState: 'KNOWN',
    premises: [{ id: 'facility_fixture_c' }],
  });
  expect((await check({ state: 'NONE' })).record).toMatchObject({
    premisesState: 'NONE',
    premises: [],
  });
});

test('titles and services are checked with their partner', async () => {
  const partnerId = await makePartner(sample.door);
  const offeringId = await makeOffering(sample.door, partnerId);
  const checked = {
    partnerId,
    verifiedById,
    honours: ['2024年度示范门店'],
    offeringIds: [offeringId],
  };
  const verify = (change: object = {}) =>
    writeAs(
      sample.door,
      officer,
      'verifyPartner { honours offerings { lastVerifiedAt verifiedBy { id } } }',
      { ...checked, ...change },
    );
  expect((await verify()).record).toEqual({
    honours: ['2024年度示范门店'],
    offerings: [{ lastVerifiedAt: '2024-10-16T00:00:00+08:00', verifiedBy: { id: verifiedById } }],
  });
  const foreign = await makeOffering(sample.door, await makePartner(sample.door));
  expect((await verify({ offeringIds: [foreign] })).refusals).toEqual(['NOT_FOUND offeringIds']);
  expect((await verify({ honours: Array.from({ length: 21 }, () => '示范') })).refusals).toEqual([
    'BAD_USER_INPUT honours',
  ]);
  expect((await verify({ honours: ['13800001234'] })).refusals).toEqual([
    'PERSON_DATA_REFUSED honours',
  ]);
});

test('a check that contradicts itself, is not yours or is of nobody is refused', async () => {
  const partnerId = await makePartner(sample.door);
  const refused = (viewer: typeof officer, change: object) =>
    refusalsOf(sample.door, viewer, 'verifyPartner', { partnerId, verifiedById, ...change });
  expect(
    await refused(officer, { premises: { state: 'NONE', facilityIds: ['facility_fixture_a'] } }),
  ).toEqual(['RULE_VIOLATED premises']);
  expect(await refused(officer, { premises: { state: 'KNOWN', facilityIds: ['x'] } })).toEqual([
    'BAD_USER_INPUT premises.facilityIds',
  ]);
  expect(await refused(officer, { verifiedById: 'x' })).toEqual(['BAD_USER_INPUT verifiedById']);
  expect(await refused(officer, { partnerId: 'partner_fixture_nobody' })).toEqual([
    'NOT_FOUND partnerId',
  ]);
  expect(await refused(officerAway, {})).toEqual(['NOT_AUTHORISED']);
});
