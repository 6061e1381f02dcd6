import { afterAll, beforeAll, expect, test } from 'vitest';

import { DistributionState, distributionStates } from '../rules/distribution-states.js';
import { PartnerProjectState, partnerProjectStates } from '../rules/partner-project-states.js';
import {
  home,
  makePartner,
  officer,
  officerAway,
  refusalsOf,
  startSample,
} from '../test-support/sample-partners.js';
import { storedRows, withAdmin } from '../test-support/stored-rows.js';
import { writeAs, writtenId } from '../test-support/write-as.js';

let sample: Awaited<ReturnType<typeof startSample>>;
let partnerId: string;
beforeAll(async () => {
  sample = await startSample();
  partnerId = await makePartner(sample.door);
});
afterAll(() => sample[Symbol.asyncDispose]());

const place = { districtCode: home, streetCode: '990102001', communityId: 'community_fixture_one' };
const recipients = { value: 40, qualifier: 'ABOUT', unit: 'FAMILY' };
const planned = { ...place, programme: '示例发放', plannedOn: '2024-10-10' };

const write = (mutation: string, input: object, select = 'id') =>
  writeAs(sample.door, officer, `${mutation} { ${select} }`, { ...input });

test('a distribution is planned as it was written', async () => {
  const { record } = await write(
    'planDistribution',
    {
      ...place,
      programme: '示例发放',
      facilityId: 'facility_fixture_shop',
      partnerId,
      schedule: { freq: 'MONTHLY', bymonthday: [5] },
      recipients,
      goodsKind: '日用品',
    },
    `programme district { code } street { code } community { id } facility { id } partner { id } plannedOn doneOn
     schedule { freq bymonthday } recipients { value qualifier unit } recipientsReasonIfNull goodsKind state
     transitions { to } provenance { method }`,
  );
  expect(record).toEqual({
    programme: '示例发放',
    district: { code: home },
    street: { code: '990102001' },
    community: { id: 'community_fixture_one' },
    facility: { id: 'facility_fixture_shop' },
    partner: { id: partnerId },
    plannedOn: null,
    doneOn: null,
    schedule: { freq: 'MONTHLY', bymonthday: [5] },
    recipients,
    recipientsReasonIfNull: null,
    goodsKind: '日用品',
    state: 'PLANNED',
    transitions: [{ to: 'PLANNED' }],
    provenance: { method: 'RECORDED' },
  });
});

test.each([
  ['neither a day nor a schedule', { plannedOn: null }, 'BAD_USER_INPUT plannedOn'],
  ['a day and a schedule', { schedule: { freq: 'DAILY' } }, 'BAD_USER_INPUT plannedOn'],
  ['a month for a day', { plannedOn: '2024-10' }, 'BAD_USER_INPUT plannedOn'],
  [
    'half a person',
    { recipients: { ...recipients, value: 0.5 } },
    'BAD_USER_INPUT recipients.value',
  ],
  [
    'fewer than nobody',
    { recipients: { ...recipients, value: -1 } },
    'BAD_USER_INPUT recipients.value',
  ],
  [
    'things for people',
    { recipients: { ...recipients, unit: 'ITEM' } },
    'BAD_USER_INPUT recipients.unit',
  ],
  ['an unknown partner', { partnerId: 'partner_fixture_nobody' }, 'NOT_FOUND partnerId'],
  ['a number to call', { goodsKind: '电话 13800001234' }, 'PERSON_DATA_REFUSED goodsKind'],
])('a distribution with %s is refused, and nothing is written', async (_, change, refusal) => {
  const before = await storedRows(sample.testDatabase);
  expect((await write('planDistribution', { ...planned, ...change })).refusals).toEqual([refusal]);
  expect(await storedRows(sample.testDatabase)).toEqual(before);
});

test('what is done says on which day and for how many', async () => {
  const distributionId = await writtenId(sample.door, officer, 'planDistribution', planned);
  const done = { distributionId, to: 'DONE', doneOn: '2024-10-10', recipients };
  expect((await write('moveDistribution', { ...done, doneOn: null })).refusals).toEqual([
    'BAD_USER_INPUT doneOn',
  ]);
  expect((await write('moveDistribution', { ...done, doneOn: '2024-10-17' })).refusals).toEqual([
    'BAD_USER_INPUT doneOn',
  ]);
  expect((await write('moveDistribution', { ...done, recipients: null })).refusals).toEqual([
    'BAD_USER_INPUT recipients',
  ]);
  const select = 'state doneOn recipients { value qualifier unit }';
  expect((await write('moveDistribution', done, select)).record).toEqual({
    state: 'DONE',
    doneOn: '2024-10-10',
    recipients,
  });
});

test('what repeats is never done as a whole', async () => {
  const repeating = { ...planned, plannedOn: null, schedule: { freq: 'WEEKLY', byday: ['MO'] } };
  const distributionId = await writtenId(sample.door, officer, 'planDistribution', repeating);
  const done = { distributionId, to: 'DONE', doneOn: '2024-10-10', recipients };
  expect((await write('moveDistribution', done)).refusals).toEqual(['RULE_VIOLATED to']);
});

test('from each state of a distribution exactly the moves of the machine are made', async () => {
  const distributionId = await writtenId(sample.door, officer, 'planDistribution', planned);
  const states = Object.values(DistributionState);
  const made: string[] = [];
  for (const from of states) {
    for (const to of states) {
      await withAdmin(
        sample.testDatabase,
        (sql) => sql`
        update partners.distribution
        set state = ${from}, done_on = ${from === 'DONE' ? '2024-10-10' : null} where id = ${distributionId}`,
      );
      const moved = { distributionId, to, doneOn: '2024-10-10', recipients };
      const { record, refusals } = await write('moveDistribution', moved);
      if (record) made.push(`${from}>${to}`);
      else expect(refusals).toEqual(['MOVE_NOT_ALLOWED to']);
    }
  }
  expect(made).toEqual(
    states.flatMap((from) => distributionStates.moves[from].map((to) => `${from}>${to}`)),
  );
});

const project = { ...place, name: '示例项目', state: 'PLANNED' };

test('a project names its partners, teams and fund, and begins on a day', async () => {
  const select = `id name community { id } partners { id } teams { id } fund { id } startedOn state`;
  const { record } = await write(
    'startPartnerProject',
    {
      ...project,
      partnerIds: [partnerId, partnerId],
      teamIds: ['team_seed_yexiang_bianmin'],
      fundId: 'fund_seed_yeyachong',
    },
    select,
  );
  expect(record).toMatchObject({
    name: '示例项目',
    community: { id: 'community_fixture_one' },
    partners: [{ id: partnerId }],
    teams: [{ id: 'team_seed_yexiang_bianmin' }],
    fund: { id: 'fund_seed_yeyachong' },
    startedOn: null,
    state: 'PLANNED',
  });
  const moved = { projectId: record?.['id'], to: 'ACTIVE' };
  expect((await write('movePartnerProject', moved, 'startedOn state')).record).toEqual({
    startedOn: '2024-10-16',
    state: 'ACTIVE',
  });
});

test.each([
  ['no partner', { partnerIds: [] }, 'BAD_USER_INPUT partnerIds'],
  ['an unknown partner', { partnerIds: ['partner_fixture_nobody'] }, 'NOT_FOUND partnerIds'],
  ['a malformed team', { teamIds: ['x'] }, 'BAD_USER_INPUT teamIds'],
  ['a malformed fund', { fundId: 'x' }, 'BAD_USER_INPUT fundId'],
  ['a past that is missing', { state: 'ENDED' }, 'MOVE_NOT_ALLOWED state'],
])('a project with %s is refused', async (_, change, refusal) => {
  const input = { ...project, partnerIds: [partnerId], ...change };
  expect((await write('startPartnerProject', input)).refusals).toEqual([refusal]);
});

test('from each state of a project exactly the moves of the machine are made', async () => {
  const input = { ...project, partnerIds: [partnerId] };
  const projectId = await writtenId(sample.door, officer, 'startPartnerProject', input);
  const states = Object.values(PartnerProjectState);
  const made: string[] = [];
  for (const from of states) {
    for (const to of states) {
      await withAdmin(
        sample.testDatabase,
        (sql) => sql`
        update partners.partner_project set state = ${from} where id = ${projectId}`,
      );
      const { record, refusals } = await write('movePartnerProject', { projectId, to });
      if (record) made.push(`${from}>${to}`);
      else expect(refusals).toEqual(['MOVE_NOT_ALLOWED to']);
    }
  }
  expect(made).toEqual(
    states.flatMap((from) => partnerProjectStates.moves[from].map((to) => `${from}>${to}`)),
  );
});

test('a resource is of an organisation or of a partner', async () => {
  const resource = {
    ...place,
    title: '活动室',
    kind: 'SPACE',
    available: { freq: 'WEEKLY', byday: ['SA', 'SU'] },
  };
  const select = `title kind owner { __typename ... on Organisation { id } ... on Partner { displayName } }
    available { freq byday } community { id }`;
  const add = (change: object) => write('addResource', { ...resource, ...change }, select);
  expect((await add({ ownerId: 'organisation_fixture_hall' })).record).toEqual({
    title: '活动室',
    kind: 'SPACE',
    owner: { __typename: 'Organisation', id: 'organisation_fixture_hall' },
    available: { freq: 'WEEKLY', byday: ['SA', 'SU'] },
    community: { id: 'community_fixture_one' },
  });
  expect((await add({ ownerId: partnerId })).record).toMatchObject({
    owner: { __typename: 'Partner', displayName: '示例商店' },
  });
  expect((await add({ ownerId: 'partner_fixture_nobody' })).refusals).toEqual([
    'NOT_FOUND ownerId',
  ]);
  expect((await add({ ownerId: 'x' })).refusals).toEqual(['BAD_USER_INPUT ownerId']);
});

test('none of it is open to officers of another district', async () => {
  const refused = (mutation: string, input: object) =>
    refusalsOf(sample.door, officerAway, mutation, { ...input });
  expect(await refused('planDistribution', planned)).toEqual(['NOT_AUTHORISED']);
  expect(await refused('startPartnerProject', { ...project, partnerIds: [partnerId] })).toEqual([
    'NOT_AUTHORISED',
  ]);
  expect(
    await refused('addResource', { ...place, title: '活动室', kind: 'SPACE', ownerId: partnerId }),
  ).toEqual(['NOT_AUTHORISED']);
  const distributionId = await writtenId(sample.door, officer, 'planDistribution', planned);
  expect(await refused('moveDistribution', { distributionId, to: 'CANCELLED' })).toEqual([
    'NOT_AUTHORISED',
  ]);
});
