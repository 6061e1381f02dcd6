import { afterAll, beforeAll, expect, test } from 'vitest';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import {
  away,
  individualInput,
  makeActivePartner,
  makeNeed,
  makeOffering,
  makePartner,
  makeScheme,
  officer,
  officerAway,
  organisationInput,
  refusalsOf,
  startSample,
} from '../test-support/sample-partners.js';
import { withAdmin } from '../test-support/stored-rows.js';
import { writeAs, writtenId } from '../test-support/write-as.js';

let sample: Awaited<ReturnType<typeof startSample>>;
let schemeId: string;
beforeAll(async () => {
  sample = await startSample();
  schemeId = await makeScheme(sample.door);
});
afterAll(() => sample[Symbol.asyncDispose]());

const merge = (mergedId: string, survivorId: string, select = 'id') =>
  writeAs(sample.door, officer, `mergePartners { ${select} }`, { mergedId, survivorId });

test('the survivor takes over what hangs on the record that is given up', async () => {
  const { door } = sample;
  const known = { state: 'KNOWN', facilityIds: ['facility_fixture_a', 'facility_fixture_b'] };
  const old = await makeActivePartner(door, schemeId, organisationInput({ premises: known }));
  const offeringId = await makeOffering(door, old.partnerId);
  await writtenId(door, officer, 'placeService', {
    offeringId,
    districtCode: '990102',
    communityId: 'community_fixture_one',
  });
  const needId = await makeNeed(door);
  await writtenId(door, officer, 'proposeMatch', { needId, partnerId: old.partnerId, offeringId });
  const shared = { districtCode: '990102', communityId: 'community_fixture_one' };
  const survivorId = await makePartner(
    door,
    organisationInput({ premises: { state: 'KNOWN', facilityIds: ['facility_fixture_b'] } }),
  );
  await writtenId(door, officer, 'startPartnerProject', {
    ...shared,
    name: '示例项目',
    partnerIds: [old.partnerId, survivorId],
    state: 'ACTIVE',
  });
  await writtenId(door, officer, 'addResource', {
    ...shared,
    title: '门店',
    kind: 'SPACE',
    ownerId: old.partnerId,
  });
  await writtenId(door, officer, 'planDistribution', {
    ...shared,
    programme: '示例发放',
    partnerId: old.partnerId,
    plannedOn: '2024-11-05',
  });

  const { record } = await merge(
    old.partnerId,
    survivorId,
    `id premisesState premises { id } memberships { id state agreements { id state } } offerings { places { community { id } } }
     matches(first: 5) { nodes { need { id } offering { id } } }`,
  );
  expect(record).toEqual({
    id: survivorId,
    premisesState: 'KNOWN',
    premises: [{ id: 'facility_fixture_a' }, { id: 'facility_fixture_b' }],
    memberships: [
      {
        id: old.membershipId,
        state: 'ACTIVE',
        agreements: [{ id: expect.any(String) as string, state: 'SIGNED' }],
      },
    ],
    offerings: [{ places: [{ community: { id: 'community_fixture_one' } }] }],
    matches: { nodes: [{ need: { id: needId }, offering: { id: offeringId } }] },
  });
  const { data } = await askSubgraph(
    door,
    `{ partnerProjects(first: 5, area: "990102") { nodes { partners { id } } }
       resourceItems(first: 5, area: "990102") { nodes { owner { ... on Partner { id } } } }
       distributions(first: 5, area: "990102") { nodes { partner { id } } }
       old: partner(id: "${old.partnerId}") { id } }`,
  );
  expect(data).toEqual({
    partnerProjects: { nodes: [{ partners: [{ id: survivorId }] }] },
    resourceItems: { nodes: [{ owner: { id: survivorId } }] },
    distributions: { nodes: [{ partner: { id: survivorId } }] },
    old: { id: survivorId },
  });
  const left = await withAdmin(
    sample.testDatabase,
    (sql) => sql`
    select (select count(*) from partners.agreement_internal where partner_id = ${old.partnerId})
      + (select count(*) from partners.partner_premises where partner_id = ${old.partnerId}) as rows`,
  );
  expect(Number(left[0]?.['rows'])).toBe(0);
});

test('of two personal profiles one is erased', async () => {
  const merged = await makePartner(sample.door, individualInput());
  const survivor = await makePartner(sample.door, individualInput());
  await merge(merged, survivor);
  const left = await withAdmin(
    sample.testDatabase,
    (sql) => sql`
      select partner_id from partners.partner_personal where partner_id in (${merged}, ${survivor})`,
  );
  expect([...left]).toEqual([{ partner_id: survivor }]);
});

test('a merge tells the outbox of both records', async () => {
  const [merged, survivor] = [await makePartner(sample.door), await makePartner(sample.door)];
  await merge(merged, survivor);
  // Transactions of other tests on this server may hide it a while.
  const lastTwo = async () => (await sample.door.changes(null, 1_000)).slice(-2);
  await expect
    .poll(async () => (await lastTwo()).map(({ entityId, change }) => [entityId, change]))
    .toEqual([
      [merged, 'REMOVED'],
      [survivor, 'CHANGED'],
    ]);
});

test('what was merged into a record before follows it, and an old id may name the survivor', async () => {
  const [a, b, c] = [
    await makePartner(sample.door),
    await makePartner(sample.door),
    await makePartner(sample.door),
  ];
  expect((await merge(a, a)).refusals).toEqual(['MERGE_CYCLE survivorId']);
  expect((await merge(a, b)).refusals).toEqual([]);
  expect((await merge(b, a)).refusals).toEqual(['MERGE_CYCLE survivorId']);
  expect((await merge(b, c)).refusals).toEqual([]);
  const left = await withAdmin(
    sample.testDatabase,
    (sql) =>
      sql`select id, merged_into from partners.partner where id in (${a}, ${b}, ${c}) order by id`,
  );
  expect(new Map(left.map(({ id, merged_into: into }) => [id, into]))).toEqual(
    new Map([
      [a, c],
      [b, c],
      [c, null],
    ]),
  );
  const last = await makePartner(sample.door);
  expect((await merge(last, a)).refusals).toEqual([]);
});

test('two merges the other way round at once: one is done, the other refused', async () => {
  const [a, b] = [await makePartner(sample.door), await makePartner(sample.door)];
  const answers = await Promise.all([merge(a, b), merge(b, a)]);
  expect(answers.map(({ refusals }) => refusals.join()).sort()).toEqual([
    '',
    'MERGE_CYCLE survivorId',
  ]);
});

test('two members of one scheme are not merged while both memberships stand', async () => {
  const a = await makeActivePartner(sample.door, schemeId);
  const b = await makeActivePartner(sample.door, schemeId);
  expect((await merge(a.partnerId, b.partnerId)).refusals).toEqual(['DUPLICATE schemeId']);
});

test('partners of two districts are not merged, nor touched by a stranger', async () => {
  const here = await makePartner(sample.door);
  const there = await makePartner(sample.door, organisationInput({ districtCode: away }));
  expect((await merge(here, there)).refusals).toEqual(['NOT_AUTHORISED']);
  const input = { mergedId: here, survivorId: here };
  expect(await refusalsOf(sample.door, officerAway, 'mergePartners', input)).toEqual([
    'NOT_AUTHORISED',
  ]);
});

test('a partner with records in another district is not merged by this one’s officers', async () => {
  const { door } = sample;
  const old = await makeActivePartner(door, schemeId);
  const needId = await makeNeed(door, {}, away);
  await writtenId(door, officerAway, 'proposeMatch', { needId, partnerId: old.partnerId });
  const survivorId = await makePartner(door);
  expect((await merge(old.partnerId, survivorId)).refusals).toEqual(['RULE_VIOLATED mergedId']);
});

test('an unknown partner is not merged', async () => {
  const here = await makePartner(sample.door);
  expect((await merge('partner_fixture_nobody', here)).refusals).toEqual(['NOT_FOUND mergedId']);
  expect((await merge(here, 'x')).refusals).toEqual(['BAD_USER_INPUT survivorId']);
});
