import { appOf } from '@linju/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { AgreementState, agreementStates } from '../rules/agreement-states.js';
import {
  agreementInput,
  makeAgreement,
  makeMembership,
  makePartner,
  makeScheme,
  officer,
  officerAway,
  refusalsOf,
  startSample,
} from '../test-support/sample-partners.js';
import { storedRows, withAdmin } from '../test-support/stored-rows.js';
import { writeAs, writtenId } from '../test-support/write-as.js';

let sample: Awaited<ReturnType<typeof startSample>>;
let partnerId: string;
let membershipId: string;
beforeAll(async () => {
  sample = await startSample();
  const schemeId = await makeScheme(sample.door);
  partnerId = await makePartner(sample.door);
  membershipId = await makeMembership(sample.door, { partnerId, schemeId });
});
afterAll(() => sample[Symbol.asyncDispose]());

const spaceTerms = {
  mode: 'SPACE_FOR_RESOURCES',
  spaceGrant: { facilityId: 'facility_fixture_hall', feeTier: 'LOW_FEE', feeFen: '50000' },
};
const shareTerms = {
  revenueShareBps: 500,
  beneficiaryAccount: { kind: 'COMMUNITY_FUND', fundId: 'fund_seed_yeyachong' },
  settlementCycle: 'QUARTERLY',
};
const draft = (change: object = {}, select = 'id') =>
  writeAs(
    sample.door,
    officer,
    `draftAgreement { ${select} }`,
    agreementInput(membershipId, change),
  );

test('an agreement is drafted as it was written', async () => {
  const { record, refusals } = await draft(
    {
      ...spaceTerms,
      ...shareTerms,
      communityId: 'community_fixture_one',
      from: '2024-01-01T00:00:00+08:00',
      to: '2025-01-01T00:00:00+08:00',
      purchaseFen: '1200000',
      fundingSplitBps: { community: 3_000, partner: 6_000, other: 1_000 },
      relatedParty: true,
    },
    `state mode membership { id } counterparty { id } community { id } signedOn period { from to tz } purchaseFen
     fundingSplitBps { community partner other } spaceGrant { facility { id } feeTier feeFen } revenueShareBps
     beneficiaryAccount { kind fund { id } organisation { id } } settlementCycle relatedParty
     revenueShareDues(first: 1) { nodes { id } } transitions { from to } provenance { method }`,
  );
  expect(refusals).toEqual([]);
  expect(record).toEqual({
    state: 'DRAFT',
    mode: 'SPACE_FOR_RESOURCES',
    membership: { id: membershipId },
    counterparty: { id: 'organisation_fixture_street_office' },
    community: { id: 'community_fixture_one' },
    signedOn: null,
    period: {
      from: '2024-01-01T00:00:00+08:00',
      to: '2025-01-01T00:00:00+08:00',
      tz: 'Asia/Shanghai',
    },
    purchaseFen: '1200000',
    fundingSplitBps: { community: 3_000, partner: 6_000, other: 1_000 },
    spaceGrant: { facility: { id: 'facility_fixture_hall' }, feeTier: 'LOW_FEE', feeFen: '50000' },
    revenueShareBps: 500,
    beneficiaryAccount: {
      kind: 'COMMUNITY_FUND',
      fund: { id: 'fund_seed_yeyachong' },
      organisation: null,
    },
    settlementCycle: 'QUARTERLY',
    relatedParty: true,
    revenueShareDues: { nodes: [] },
    transitions: [{ from: null, to: 'DRAFT' }],
    provenance: { method: 'RECORDED' },
  });
});

test.each([
  [
    'a split that leaves something out',
    { fundingSplitBps: { community: 1, partner: 1, other: 1 } },
    'RULE_VIOLATED fundingSplitBps',
  ],
  [
    'space for resources without a space',
    { mode: 'SPACE_FOR_RESOURCES' },
    'RULE_VIOLATED spaceGrant',
  ],
  [
    'a fee for a free space',
    { spaceGrant: { ...spaceTerms.spaceGrant, feeTier: 'FREE' } },
    'RULE_VIOLATED spaceGrant.feeFen',
  ],
  ['a share that goes nowhere', { revenueShareBps: 1 }, 'RULE_VIOLATED beneficiaryAccount'],
  [
    'a share of more than all',
    { ...shareTerms, revenueShareBps: 10_001 },
    'BAD_USER_INPUT revenueShareBps',
  ],
  [
    'an account of another kind',
    {
      ...shareTerms,
      beneficiaryAccount: { kind: 'STREET_SERVICE_CENTRE', fundId: 'fund_seed_yeyachong' },
    },
    'RULE_VIOLATED beneficiaryAccount',
  ],
  [
    'a malformed fund',
    { ...shareTerms, beneficiaryAccount: { kind: 'COMMUNITY_FUND', fundId: 'x' } },
    'BAD_USER_INPUT beneficiaryAccount.fundId',
  ],
  [
    'a period that ends before it begins',
    { from: '2025-01-01T00:00:00+08:00', to: '2024-01-01T00:00:00+08:00' },
    'PERIOD_REFUSED from',
  ],
  ['a malformed counterparty', { counterpartyId: 'x' }, 'BAD_USER_INPUT counterpartyId'],
  [
    'an unknown membership',
    { membershipId: 'membership_fixture_nobody' },
    'NOT_FOUND membershipId',
  ],
])('an agreement with %s is refused, and nothing is written', async (_, change, refusal) => {
  const before = await storedRows(sample.testDatabase);
  expect((await draft(change)).refusals).toEqual([refusal]);
  expect(await storedRows(sample.testDatabase)).toEqual(before);
});

test('the database itself refuses what the rules would have', async () => {
  const id = await makeAgreement(sample.door, agreementInput(membershipId));
  const broken = (set: string) =>
    withAdmin(sample.testDatabase, (sql) =>
      sql.unsafe(`update partners.agreement set ${set} where id = '${id}'`).then(
        () => 'stored',
        (error: { readonly constraint_name?: string }) => error.constraint_name,
      ),
    );
  expect(await broken(`revenue_share_bps = 1`)).toBe('share_needs_beneficiary');
  expect(await broken(`mode = 'SPACE_FOR_RESOURCES'`)).toBe('space_needs_grant');
  expect(await broken(`beneficiary_kind = 'COMMUNITY_FUND'`)).toBe('beneficiary_agrees');
  expect(await broken(`signed_on = '2024-01-01'`)).toBe('draft_is_unsigned');
});

test('from each state exactly the moves of the machine are made', async () => {
  const ended = { from: '2024-01-01T00:00:00+08:00', to: '2024-07-01T00:00:00+08:00' };
  const agreementId = await makeAgreement(sample.door, agreementInput(membershipId, ended));
  const states = Object.values(AgreementState);
  const made: string[] = [];
  for (const from of states) {
    for (const to of states) {
      await withAdmin(
        sample.testDatabase,
        (sql) => sql`
        update partners.agreement set state = ${from}, signed_on = null where id = ${agreementId}`,
      );
      const { record, refusals } = await writeAs(sample.door, officer, 'moveAgreement', {
        agreementId,
        to,
      });
      if (record) made.push(`${from}>${to}`);
      else expect(refusals).toEqual(['MOVE_NOT_ALLOWED to']);
    }
  }
  expect(made).toEqual(
    states.flatMap((from) => agreementStates.moves[from].map((to) => `${from}>${to}`)),
  );
});

test('signing notes the day in Shanghai; expiring waits for the end', async () => {
  const agreementId = await makeAgreement(sample.door, agreementInput(membershipId));
  const move = (to: string) =>
    writeAs(sample.door, officer, 'moveAgreement { state signedOn }', { agreementId, to });
  expect((await move('SIGNED')).record).toEqual({ state: 'SIGNED', signedOn: '2024-10-16' });
  await move('IN_FORCE');
  expect((await move('EXPIRED')).refusals).toEqual(['RULE_VIOLATED to']);
  expect((await move('TERMINATED')).record).toMatchObject({ state: 'TERMINATED' });
});

const due = (agreementId: string, change: object = {}) => ({
  agreementId,
  from: '2024-07-01T00:00:00+08:00',
  to: '2024-10-01T00:00:00+08:00',
  baseFen: '100010',
  dueOn: '2024-10-15',
  ...change,
});

test('what is due is worked out from the income, and recorded once for a span', async () => {
  const agreementId = await makeAgreement(
    sample.door,
    agreementInput(membershipId, shareTerms),
    'SIGNED',
  );
  const record = (change?: object, select = 'id') =>
    writeAs(sample.door, officer, `recordRevenueShareDue { ${select} }`, due(agreementId, change));
  const select = 'agreement { id } period { from to } baseFen dueFen dueOn';
  expect((await record({}, select)).record).toEqual({
    agreement: { id: agreementId },
    period: { from: '2024-07-01T00:00:00+08:00', to: '2024-10-01T00:00:00+08:00' },
    baseFen: '100010',
    dueFen: '5001',
    dueOn: '2024-10-15',
  });
  expect((await record()).refusals).toEqual(['DUPLICATE from']);
  const overlapping = { from: '2024-09-30T00:00:00+08:00', to: '2024-11-01T00:00:00+08:00' };
  expect((await record(overlapping)).refusals).toEqual(['DUPLICATE from']);
  const next = { from: '2024-10-01T00:00:00+08:00', to: '2025-01-01T00:00:00+08:00' };
  expect((await record({ ...next, dueOn: '2025' })).refusals).toEqual(['BAD_USER_INPUT dueOn']);
  expect((await record({ ...next, to: next.from })).refusals).toEqual(['PERIOD_REFUSED from']);
  expect((await record(next)).refusals).toEqual([]);
});

test('eight who record one span at once record it once', async () => {
  const agreementId = await makeAgreement(
    sample.door,
    agreementInput(membershipId, shareTerms),
    'SIGNED',
  );
  const answers = await Promise.all(
    Array.from({ length: 8 }, () =>
      writeAs(sample.door, officer, 'recordRevenueShareDue', due(agreementId)),
    ),
  );
  expect(answers.map(({ refusals }) => refusals.join()).sort()).toEqual([
    '',
    ...Array.from({ length: 7 }, () => 'DUPLICATE from'),
  ]);
});

test('a draft, and an agreement without a share, owe nothing', async () => {
  const drafted = await makeAgreement(sample.door, agreementInput(membershipId, shareTerms));
  const without = await makeAgreement(sample.door, agreementInput(membershipId), 'SIGNED');
  for (const agreementId of [drafted, without]) {
    expect(
      await refusalsOf(sample.door, officer, 'recordRevenueShareDue', due(agreementId)),
    ).toEqual(['RULE_VIOLATED agreementId']);
  }
});

test('agreements are written by officers of the district, not by the partner itself', async () => {
  for (const viewer of [officerAway, appOf(partnerId)]) {
    expect(
      await refusalsOf(sample.door, viewer, 'draftAgreement', agreementInput(membershipId)),
    ).toEqual(['NOT_AUTHORISED']);
  }
  const agreementId = await writtenId(
    sample.door,
    officer,
    'draftAgreement',
    agreementInput(membershipId),
  );
  const moved = { agreementId, to: 'SIGNED' };
  expect(await refusalsOf(sample.door, officerAway, 'moveAgreement', moved)).toEqual([
    'NOT_AUTHORISED',
  ]);
});
