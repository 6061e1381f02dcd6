import { appOf } from '@linju/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { MembershipState, membershipStates } from '../rules/membership-states.js';
import {
  agreementInput,
  away,
  individualInput,
  makeActivePartner,
  makeAgreement,
  makeMembership,
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

const move = (membershipId: string, to: string, change: object = {}, select = 'id') =>
  writeAs(sample.door, officer, `moveMembership { ${select} }`, { membershipId, to, ...change });

test('a membership keeps its whole past, and who admitted it', async () => {
  const partnerId = await makePartner(sample.door, individualInput());
  const membershipId = await writtenId(sample.door, officer, 'applyForMembership', {
    partnerId,
    schemeId,
    appliedAt: '2024-09-01T00:00:00+08:00',
  });
  await move(membershipId, 'UNDER_REVIEW', { effectiveAt: '2024-09-02T00:00:00+08:00' });
  await move(membershipId, 'ADMITTED', {
    effectiveAt: '2024-09-10T00:00:00+08:00',
    actorOrganisationId: 'organisation_fixture_social_work',
    note: '材料齐全',
  });
  const { record } = await move(
    membershipId,
    'ACTIVE',
    { reason: '开始服务' },
    `state appliedAt admittedAt admittedBy { id } scheme { id } partner { id }
     transitions { from to at recordedAt actorOrg { id } actorRole reason note }`,
  );
  const recordedAt = '2024-10-16T00:00:00+08:00';
  const actorRole = 'DISTRICT_OFFICER';
  const plain = { recordedAt, actorRole, actorOrg: null, reason: null, note: null };
  expect(record).toEqual({
    state: 'ACTIVE',
    appliedAt: '2024-09-01T00:00:00+08:00',
    admittedAt: '2024-09-10T00:00:00+08:00',
    admittedBy: { id: 'organisation_fixture_social_work' },
    scheme: { id: schemeId },
    partner: { id: partnerId },
    transitions: [
      { ...plain, from: null, to: 'APPLIED', at: '2024-09-01T00:00:00+08:00' },
      { ...plain, from: 'APPLIED', to: 'UNDER_REVIEW', at: '2024-09-02T00:00:00+08:00' },
      {
        ...plain,
        from: 'UNDER_REVIEW',
        to: 'ADMITTED',
        at: '2024-09-10T00:00:00+08:00',
        actorOrg: { id: 'organisation_fixture_social_work' },
        note: '材料齐全',
      },
      { ...plain, from: 'ADMITTED', to: 'ACTIVE', at: recordedAt, reason: '开始服务' },
    ],
  });
});

test('from each state exactly the moves of the machine are made, whoever is the member', async () => {
  const { membershipId } = await makeActivePartner(sample.door, schemeId);
  const states = Object.values(MembershipState);
  const made: string[] = [];
  for (const from of states) {
    for (const to of states) {
      await withAdmin(
        sample.testDatabase,
        (sql) => sql`
        update partners.membership set state = ${from} where id = ${membershipId}`,
      );
      const { record, refusals } = await move(membershipId, to, { reason: '示例' });
      if (record) made.push(`${from}>${to}`);
      else expect(refusals).toEqual(['MOVE_NOT_ALLOWED to']);
    }
  }
  expect(made).toEqual(
    states.flatMap((from) => membershipStates.moves[from].map((to) => `${from}>${to}`)),
  );
});

test('a commercial partner is active only under an agreement that binds', async () => {
  const partnerId = await makePartner(sample.door);
  const membershipId = await makeMembership(
    sample.door,
    { partnerId, schemeId },
    'UNDER_REVIEW',
    'ADMITTED',
  );
  expect((await move(membershipId, 'ACTIVE')).refusals).toEqual(['RULE_VIOLATED to']);
  expect((await move(membershipId, 'AGREEMENT_SIGNED')).refusals).toEqual(['RULE_VIOLATED to']);
  const agreementId = await makeAgreement(sample.door, agreementInput(membershipId));
  expect((await move(membershipId, 'AGREEMENT_SIGNED')).refusals).toEqual(['RULE_VIOLATED to']);
  await writtenId(sample.door, officer, 'moveAgreement', { agreementId, to: 'SIGNED' });
  expect((await move(membershipId, 'AGREEMENT_SIGNED')).refusals).toEqual([]);
  expect((await move(membershipId, 'ACTIVE')).refusals).toEqual([]);
  await move(membershipId, 'SUSPENDED', { reason: '整改' });
  await writtenId(sample.door, officer, 'moveAgreement', { agreementId, to: 'IN_FORCE' });
  await writtenId(sample.door, officer, 'moveAgreement', { agreementId, to: 'TERMINATED' });
  expect((await move(membershipId, 'ACTIVE')).refusals).toEqual(['RULE_VIOLATED to']);
});

test('of eight who move one membership at once, one succeeds', async () => {
  const partnerId = await makePartner(sample.door);
  const membershipId = await makeMembership(sample.door, { partnerId, schemeId });
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => move(membershipId, 'UNDER_REVIEW')),
  );
  expect(answers.map(({ refusals }) => refusals.join()).sort()).toEqual([
    '',
    ...Array.from({ length: 7 }, () => 'MOVE_NOT_ALLOWED to'),
  ]);
});

test('of eight applications of one partner at once, one is entered', async () => {
  const partnerId = await makePartner(sample.door);
  const apply = () => writeAs(sample.door, officer, 'applyForMembership', { partnerId, schemeId });
  const answers = await Promise.all(Array.from({ length: 8 }, apply));
  expect(answers.map(({ refusals }) => refusals.join()).sort()).toEqual([
    '',
    ...Array.from({ length: 7 }, () => 'DUPLICATE schemeId'),
  ]);
});

test('who was rejected may apply again', async () => {
  const partnerId = await makePartner(sample.door);
  await makeMembership(sample.door, { partnerId, schemeId }, 'UNDER_REVIEW', 'REJECTED');
  expect(await makeMembership(sample.door, { partnerId, schemeId })).toMatch(/^membership_/);
});

test('a city-wide scheme leaves the decision to the officers of the partner’s district', async () => {
  const linjuli = 'partnerscheme_seed_linjuli';
  const partnerId = await makePartner(sample.door);
  const refused = { partnerId, schemeId: linjuli };
  // Of another city, so it is refused; that it got so far shows who may decide.
  expect(await refusalsOf(sample.door, officer, 'applyForMembership', refused)).toEqual([
    'PLACE_MISMATCH schemeId',
  ]);
  expect(await refusalsOf(sample.door, officerAway, 'applyForMembership', refused)).toEqual([
    'NOT_AUTHORISED',
  ]);
});

test('a partner of another district may be a member; the scheme’s officers decide', async () => {
  const partnerId = await makePartner(sample.door, organisationInput({ districtCode: away }));
  const application = { partnerId, schemeId };
  expect(await refusalsOf(sample.door, officerAway, 'applyForMembership', application)).toEqual([
    'NOT_AUTHORISED',
  ]);
  expect(await makeMembership(sample.door, application)).toMatch(/^membership_/);
});

test('moves that are not yours, not there, or out of time are refused', async () => {
  const partnerId = await makePartner(sample.door);
  const membershipId = await makeMembership(sample.door, { partnerId, schemeId });
  const to = 'UNDER_REVIEW';
  const as = (viewer: typeof officer) =>
    refusalsOf(sample.door, viewer, 'moveMembership', { membershipId, to });
  expect(await as(officerAway)).toEqual(['NOT_AUTHORISED']);
  expect(await as(appOf(partnerId))).toEqual(['NOT_AUTHORISED']);
  expect((await move('membership_fixture_nobody', to)).refusals).toEqual([
    'NOT_FOUND membershipId',
  ]);
  expect((await move(partnerId, to)).refusals).toEqual(['BAD_USER_INPUT membershipId']);
  const future = { effectiveAt: '2024-10-16T00:00:01+08:00' };
  expect((await move(membershipId, to, future)).refusals).toEqual(['BAD_USER_INPUT effectiveAt']);
  const past = { effectiveAt: '2024-10-15T23:59:59+08:00' };
  expect((await move(membershipId, to, past)).refusals).toEqual(['BAD_USER_INPUT effectiveAt']);
  await move(membershipId, to);
  expect((await move(membershipId, 'REJECTED')).refusals).toEqual(['BAD_USER_INPUT reason']);
  await expect(
    move(membershipId, 'ADMITTED', { effectiveAt: '2024-10-16T00:00:00' }),
  ).rejects.toThrow(/offset/);
});

test('a planned scheme and a scheme for others take no application', async () => {
  const partnerId = await makePartner(sample.door);
  const planned = await makeScheme(sample.door, undefined, { status: 'PLANNED' });
  const others = await makeScheme(sample.door, undefined, { partnerTypes: ['INDIVIDUAL'] });
  for (const scheme of [planned, others]) {
    const application = { partnerId, schemeId: scheme };
    expect(await refusalsOf(sample.door, officer, 'applyForMembership', application)).toEqual([
      'RULE_VIOLATED schemeId',
    ]);
  }
});
