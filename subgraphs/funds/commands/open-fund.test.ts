import { anonymous, analystOf, appOf, officerOf } from '@linju/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  district,
  donation,
  expense,
  newFundInput,
  newKey,
  otherDistrict,
  startFunds,
  type TestFunds,
} from '../test-support/start-funds.js';
import { writeAs } from '../test-support/write-as.js';

let funds: TestFunds;
beforeAll(async () => {
  funds = await startFunds();
});
afterAll(async () => {
  await funds[Symbol.asyncDispose]();
});

const open = (over: object = {}, viewer?: Parameters<typeof writeAs>[3]) =>
  writeAs(funds, 'openFund', { ...newFundInput(), idempotencyKey: newKey(), ...over }, viewer);
const idOf = (record: Readonly<Record<string, unknown>> | null): string => String(record?.['id']);

const everything = `id name aliases kind state initiatedAt launchedOn fundraisingKind
  founders { value qualifier unit } committee { members unpaid supervisors }
  purposes { code label { zh } } inflowChannels { code } community { id } street { code } district { code }
  hostCharity { id } policy { id } accounts { code balances { postedIn } }
  transitions { from to } provenance { method source { id } }`;

test('a fund is opened with everything that was said of it, and two empty accounts', async () => {
  const { record, userErrors } = await open(
    {
      name: '示例社区慈善基金',
      aliases: ['示例基金'],
      streetCode: `${district}001`,
      communityId: 'community_fixture_a',
      hostCharityId: 'organisation_fixture_host',
      policyId: 'policyinstrument_seed_hunan_fund_guideline',
      initiatedAt: '2025-03',
      founders: { value: 7, unit: 'ORGANISATION' },
      committee: { members: 5, unpaid: true, supervisors: 1 },
      fundraisingKind: 'DIRECTED',
      purposes: ['EVENT'],
      inflowChannels: ['MONTHLY'],
    },
    { select: everything },
  );
  expect(userErrors).toEqual([]);
  const id = idOf(record);
  expect(record).toEqual({
    id: expect.stringMatching(/^fund_/),
    name: '示例社区慈善基金',
    aliases: ['示例基金'],
    kind: 'COMMUNITY_CHARITY_FUND',
    state: 'PREPARING',
    initiatedAt: '2025-03',
    launchedOn: null,
    fundraisingKind: 'DIRECTED',
    founders: { value: 7, qualifier: 'EXACT', unit: 'ORGANISATION' },
    committee: { members: 5, unpaid: true, supervisors: 1 },
    purposes: [{ code: 'EVENT', label: { zh: '活动' } }],
    inflowChannels: [{ code: 'MONTHLY' }],
    community: { id: 'community_fixture_a' },
    street: { code: `${district}001` },
    district: { code: district },
    hostCharity: { id: 'organisation_fixture_host' },
    policy: { id: 'policyinstrument_seed_hunan_fund_guideline' },
    accounts: [
      { code: `FUND:${id}:CASH`, balances: { postedIn: '0' } },
      { code: `FUND:${id}:IN_KIND`, balances: { postedIn: '0' } },
    ],
    transitions: [{ from: null, to: 'PREPARING' }],
    provenance: { method: 'RECORDED', source: { id: 'source_seed_workflow' } },
  });
});

test('what is not said is not made up', async () => {
  const { record } = await open({}, { select: everything });
  expect(record).toMatchObject({
    founders: null,
    committee: null,
    community: null,
    hostCharity: null,
    fundraisingKind: 'NOT_STATED',
    aliases: [],
  });
});

describe('a fund is refused when', () => {
  test.each([
    [
      'it is a sub-fund (R3)',
      { parentFundId: 'fund_seed_yeyachong' },
      'RULE_VIOLATED',
      'parentFundId',
    ],
    ['its district is not there', { districtCode: '990199' }, 'NOT_AUTHORISED', null],
    [
      'its street is of another district',
      { streetCode: `${otherDistrict}001` },
      'PLACE_MISMATCH',
      'streetCode',
    ],
    ['its street is not there', { streetCode: `${district}009` }, 'NOT_FOUND', 'streetCode'],
    [
      'its community’s id is of another type',
      { communityId: 'fund_seed_yeyachong' },
      'BAD_USER_INPUT',
      'communityId',
    ],
    [
      'its host’s id is of another type',
      { hostCharityId: 'partner_seed_lele' },
      'BAD_USER_INPUT',
      'hostCharityId',
    ],
    ['a purpose is not in the list', { purposes: ['FIREWORKS'] }, 'NOT_FOUND', 'purposes'],
    ['it has no name', { name: ' ' }, 'BAD_USER_INPUT', 'name'],
    ['its name holds a phone number', { name: '基金 13800138000' }, 'PERSON_DATA_REFUSED', 'name'],
    [
      'it has 21 aliases',
      { aliases: Array.from({ length: 21 }, (_, index) => `别名${index}`) },
      'BAD_USER_INPUT',
      'aliases',
    ],
    [
      'its founders are counted in trees',
      { founders: { value: 1, unit: 'TREE' } },
      'BAD_USER_INPUT',
      'founders',
    ],
    [
      'its committee is below zero',
      { committee: { members: -1 } },
      'BAD_USER_INPUT',
      'committee.members',
    ],
  ])('%s', async (_, over, code, field) => {
    expect(await open(over)).toEqual({ record: null, userErrors: [{ code, field }] });
  });

  test('the district has one of that name', async () => {
    const name = '重名基金';
    await open({ name });
    expect(await open({ name })).toMatchObject({
      userErrors: [{ code: 'DUPLICATE', field: 'name' }],
    });
  });

  test.each([
    ['anonymous', anonymous],
    ['a partner’s app', appOf('partner_fixture_a')],
    ['an analyst', analystOf('990100')],
    ['an officer of another district', officerOf(otherDistrict)],
  ])('%s asks', async (_, viewer) => {
    expect(await open({}, { viewer })).toMatchObject({
      record: null,
      userErrors: [{ code: 'NOT_AUTHORISED' }],
    });
  });
});

test('the same key opens one fund, and with another name is refused', async () => {
  const input = { ...newFundInput(), idempotencyKey: newKey() };
  const first = await writeAs(funds, 'openFund', input);
  expect(await writeAs(funds, 'openFund', input)).toEqual(first);
  expect(await writeAs(funds, 'openFund', { ...input, name: '另一基金' })).toMatchObject({
    userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
  });
});

describe('moveFund', () => {
  const move = (
    fundId: string,
    to: string,
    over: object = {},
    viewer?: Parameters<typeof writeAs>[3],
  ) =>
    writeAs(
      funds,
      'moveFund',
      { fundId, to, ...over },
      { select: 'state launchedOn transitions { from to at reason note }', ...viewer },
    );

  test('the first move to OPEN launches the fund, and its past is kept', async () => {
    const began = '2026-01-10T00:00:00+08:00';
    const { record } = await open({ effectiveAt: began });
    const at = '2026-01-15T09:00:00+08:00';
    expect(
      await move(idOf(record), 'OPEN', { effectiveAt: at, reason: '正式启动', note: '内部备注' }),
    ).toEqual({
      record: {
        state: 'OPEN',
        launchedOn: '2026-01-15',
        transitions: [
          { from: null, to: 'PREPARING', at: began, reason: null, note: null },
          { from: 'PREPARING', to: 'OPEN', at, reason: '正式启动', note: '内部备注' },
        ],
      },
      userErrors: [],
    });
  });

  test('a move that is not drawn is refused', async () => {
    const { record } = await open();
    expect(await move(idOf(record), 'CLOSED')).toEqual({
      record: null,
      userErrors: [{ code: 'MOVE_NOT_ALLOWED', field: 'to' }],
    });
  });

  test('a fund is closed once nothing is left in it or on its way', async () => {
    const id = await funds.newFund();
    await funds.post([donation(id, 10n)]);
    await move(id, 'WINDING_UP');
    expect(await move(id, 'CLOSED')).toMatchObject({
      userErrors: [{ code: 'RULE_VIOLATED', field: 'to' }],
    });
    const { ids } = { ids: await funds.post([expense(id, 10n)], { state: 'PENDING' }) };
    expect(await move(id, 'CLOSED')).toMatchObject({ userErrors: [{ code: 'RULE_VIOLATED' }] });
    const [[setId] = []] = await funds.sql(
      `select set_id from funds.transfer where id = '${ids[0]}'`,
    );
    await funds.ask(
      'mutation ($input: ResolveTransfersInput!) { resolveTransfers(input: $input) { setId } }',
      {
        input: { idempotencyKey: newKey(), setId, to: 'POSTED' },
      },
    );
    expect(await move(id, 'CLOSED')).toMatchObject({ record: { state: 'CLOSED' } });
    await expect(funds.post([donation(id, 1n)])).rejects.toMatchObject({ code: 'RULE_VIOLATED' });
  });

  test.each([
    ['ahead of time', { effectiveAt: '2199-01-01T00:00:00+08:00' }, 'effectiveAt'],
    ['before the fund came about', { effectiveAt: '2024-01-01T00:00:00+08:00' }, 'effectiveAt'],
    ['with a reason of 201 characters', { reason: '因'.repeat(201) }, 'reason'],
  ])('it is refused %s', async (_, over, field) => {
    const { record } = await open();
    expect(await move(idOf(record), 'OPEN', over)).toMatchObject({
      userErrors: [{ code: 'BAD_USER_INPUT', field }],
    });
  });

  test('an officer of another district cannot move it, and an unknown one is not found', async () => {
    const { record } = await open();
    const viewer = { viewer: officerOf(otherDistrict) };
    expect(await move(idOf(record), 'OPEN', {}, viewer)).toMatchObject({
      userErrors: [{ code: 'NOT_AUTHORISED' }],
    });
    expect(await move('fund_fixture_none', 'OPEN')).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', field: 'fundId' }],
    });
  });
});

describe('assessFund', () => {
  const assess = async (
    fundId: string,
    over: object = {},
    viewer?: Parameters<typeof writeAs>[3],
  ) =>
    writeAs(
      funds,
      'assessFund',
      { fundId, asOf: '2025-06-01T00:00:00+08:00', ...over },
      { select: 'complianceFindings { rule result asOf detail }', ...viewer },
    );
  const results = ({ record }: Awaited<ReturnType<typeof assess>>) =>
    (record?.['complianceFindings'] as { readonly rule: string; readonly result: string }[]).map(
      ({ rule, result }) => `${rule} ${result}`,
    );

  test('what is known decides, what is not stays UNKNOWN', async () => {
    const { record } = await open({
      committee: { members: 4, unpaid: true },
      hostCharityId: 'organisation_fixture_host',
      name: '某慈善会甲社区慈善基金',
    });
    const facts = { hostCharityName: '某慈善会', isLegalPerson: false, hasSubFunds: false };
    expect(results(await assess(idOf(record), { facts }))).toEqual([
      'R1 MET',
      'R2 UNKNOWN',
      'R3 MET',
      'R4 NOT_MET',
      'R5 NOT_MET',
      'R6 MET',
      'R7 UNKNOWN',
      'R8 MET',
      'R9 UNKNOWN',
      'R10 UNKNOWN',
    ]);
  });

  test('asked again, the last answer holds, and an earlier day still shows the earlier one', async () => {
    const { record } = await open();
    const id = idOf(record);
    await assess(id);
    await assess(id, { asOf: '2025-09-01T00:00:00+08:00', facts: { publishesPeriodically: true } });
    const { data } = await funds.ask(
      `query ($id: ID!) { fund(id: $id) {
        summer: complianceFindings(asOf: "2025-08-01T00:00:00+08:00") { rule result }
        autumn: complianceFindings(asOf: "2025-10-01T00:00:00+08:00") { rule result fund { id } policy { id } provenance { method source { id } } }
        before: complianceFindings(asOf: "2024-12-31T00:00:00+08:00") { rule }
      } }`,
      { id },
    );
    const fund = data?.['fund'] as Record<
      string,
      { readonly rule: string; readonly result: string }[]
    >;
    const r10 = (list: string) => fund[list]?.find(({ rule }) => rule === 'R10')?.result;
    expect([r10('summer'), r10('autumn'), fund['autumn']?.length, fund['before']]).toEqual([
      'UNKNOWN',
      'MET',
      10,
      [],
    ]);
    expect(fund['autumn']?.[0]).toMatchObject({
      fund: { id },
      policy: { id: 'policyinstrument_seed_hunan_fund_guideline' },
      provenance: { method: 'COMPUTED', source: { id: 'source_seed_hunan_fund_guideline' } },
    });
  });

  test.each([
    [
      'before the rules were in force',
      { asOf: '2024-12-31T00:00:00+08:00' },
      'RULE_VIOLATED',
      'asOf',
    ],
    ['ahead of time', { asOf: '2199-01-01T00:00:00+08:00' }, 'BAD_USER_INPUT', 'asOf'],
  ])('it is refused %s', async (_, over, code, field) => {
    expect(await assess(await funds.newFund(), over)).toMatchObject({
      userErrors: [{ code, field }],
    });
  });

  test('it is refused to an officer of another district', async () => {
    const viewer = { viewer: officerOf(otherDistrict) };
    expect(await assess(await funds.newFund(), {}, viewer)).toMatchObject({
      userErrors: [{ code: 'NOT_AUTHORISED' }],
    });
  });
});
