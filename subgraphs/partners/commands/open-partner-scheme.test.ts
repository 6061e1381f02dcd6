import { afterAll, beforeAll, expect, test } from 'vitest';

import {
  home,
  officer,
  officerAway,
  refusalsOf,
  startSample,
} from '../test-support/sample-partners.js';
import { storedRows } from '../test-support/stored-rows.js';
import { writeAs } from '../test-support/write-as.js';

let sample: Awaited<ReturnType<typeof startSample>>;
beforeAll(async () => {
  sample = await startSample();
});
afterAll(() => sample[Symbol.asyncDispose]());

const awardRule = { title: '优秀合伙人', minFen: '300000', maxFen: '1000000', perYear: 1 };
const input = {
  name: '示例合伙人计划',
  kind: 'COMMUNITY_PARTNER',
  status: 'ACTIVE',
  districtCode: home,
  sponsorId: 'organisation_fixture_social_work',
  policyId: 'policyinstrument_fixture_rules',
  partnerTypes: ['COMMERCIAL', 'COMMERCIAL', 'INDIVIDUAL'],
  modes: ['PROJECT'],
  openRecruitment: true,
  awardRule,
};

test('a scheme is set up as it was written', async () => {
  const { record, refusals } = await writeAs(
    sample.door,
    officer,
    `openPartnerScheme { name kind status sponsor { id } policy { id } city { code } district { code } partnerTypes modes
     openRecruitment awardRule { title minFen maxFen perYear } memberships(first: 1) { nodes { id } }
     awards(first: 1) { nodes { id } } reportedFigures { key } provenance { method } }`,
    input,
  );
  expect(refusals).toEqual([]);
  expect(record).toEqual({
    name: '示例合伙人计划',
    kind: 'COMMUNITY_PARTNER',
    status: 'ACTIVE',
    sponsor: { id: 'organisation_fixture_social_work' },
    policy: { id: 'policyinstrument_fixture_rules' },
    city: { code: '990100' },
    district: { code: home },
    partnerTypes: ['COMMERCIAL', 'INDIVIDUAL'],
    modes: ['PROJECT'],
    openRecruitment: true,
    awardRule,
    memberships: { nodes: [] },
    awards: { nodes: [] },
    reportedFigures: [],
    provenance: { method: 'RECORDED' },
  });
});

test.each([
  ['no type of partner', { partnerTypes: [] }, 'BAD_USER_INPUT partnerTypes'],
  ['an end before its beginning', { status: 'ENDED' }, 'BAD_USER_INPUT status'],
  ['no name', { name: '' }, 'BAD_USER_INPUT name'],
  ['a malformed sponsor', { sponsorId: 'x' }, 'BAD_USER_INPUT sponsorId'],
  ['a malformed policy', { policyId: 'organisation_fixture_x' }, 'BAD_USER_INPUT policyId'],
  [
    'an award of nothing',
    { awardRule: { ...awardRule, minFen: '0' } },
    'AMOUNT_REFUSED awardRule.minFen',
  ],
  [
    'a range the wrong way round',
    { awardRule: { ...awardRule, maxFen: '299999' } },
    'AMOUNT_REFUSED awardRule.minFen',
  ],
  [
    'no award a year',
    { awardRule: { ...awardRule, perYear: 0 } },
    'BAD_USER_INPUT awardRule.perYear',
  ],
])('a scheme with %s is refused, and nothing is written', async (_, change, refusal) => {
  const before = await storedRows(sample.testDatabase);
  expect(
    await refusalsOf(sample.door, officer, 'openPartnerScheme', { ...input, ...change }),
  ).toEqual([refusal]);
  expect(await storedRows(sample.testDatabase)).toEqual(before);
});

test.each(['-1', '0.5', '1e3', '９', 300_000, null])(
  'fen of %j never reach the rule: the scalar refuses them',
  async (minFen) => {
    const refused = { ...input, awardRule: { ...awardRule, minFen } };
    await expect(writeAs(sample.door, officer, 'openPartnerScheme', refused)).rejects.toThrow(
      /minFen/,
    );
  },
);

test('a scheme of another district is not yours to set up', async () => {
  expect(await refusalsOf(sample.door, officerAway, 'openPartnerScheme', input)).toEqual([
    'NOT_AUTHORISED',
  ]);
});
