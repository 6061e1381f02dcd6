import { anonymous, officerOf } from '@linju/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { moveFund } from '../commands/move-fund.js';
import { openFund } from '../commands/open-fund.js';
import {
  district,
  donation,
  newFundInput,
  newKey,
  otherDistrict,
  startFunds,
  type TestFunds,
} from '../test-support/start-funds.js';

let funds: TestFunds;
beforeAll(async () => {
  funds = await startFunds();
  const places = [
    {
      name: '甲基金',
      districtCode: district,
      streetCode: `${district}001`,
      communityId: 'community_fixture_a',
      aliases: ['老甲'],
    },
    {
      name: '乙基金',
      districtCode: district,
      streetCode: `${district}002`,
      kind: 'COMMUNITY_DEVELOPMENT_FUND' as const,
    },
    { name: '丙基金', districtCode: district },
    { name: '丁基金', districtCode: otherDistrict },
  ];
  for (const [index, place] of places.entries()) {
    const parts = funds.parts(officerOf(place.districtCode));
    const { id } = await openFund(parts, {
      ...newFundInput(),
      ...place,
      effectiveAt: new Date('2026-01-01T00:00:00+08:00'),
    });
    if (index > 1) continue;
    const effectiveAt = new Date(`2026-02-0${index + 1}T00:00:00+08:00`);
    await moveFund(parts, { idempotencyKey: newKey(), fundId: id, to: 'OPEN', effectiveAt });
  }
});
afterAll(async () => {
  await funds[Symbol.asyncDispose]();
});

const names = async (args: string) => {
  const { data, errors } = await funds.ask(`{ funds(${args}) { nodes { name } } }`, {}, anonymous);
  expect(errors).toBeUndefined();
  return (data?.['funds'] as { readonly nodes: readonly { readonly name: string }[] }).nodes.map(
    ({ name }) => name,
  );
};

// As another list would give it.
const foreignCursor = Buffer.from(JSON.stringify(['partners', 'x', 'y'])).toString('base64url');

describe('funds are listed', () => {
  test.each([
    ['of a city', 'area: "990100", first: 10', ['丁基金', '丙基金', '乙基金', '甲基金']],
    ['of a district', `area: "${district}", first: 10`, ['丙基金', '乙基金', '甲基金']],
    ['of a street', `area: "${district}001", first: 10`, ['甲基金']],
    ['of a place without any', 'area: "990106", first: 10', []],
    [
      'of one kind',
      `area: "${district}", filter: { kind: COMMUNITY_DEVELOPMENT_FUND }, first: 10`,
      ['乙基金'],
    ],
    ['in one state', `area: "${district}", filter: { state: PREPARING }, first: 10`, ['丙基金']],
    ['by a part of the name', 'filter: { named: "丙" }, first: 10', ['丙基金']],
    ['by an alias (T04)', 'filter: { named: "老甲" }, first: 10', ['甲基金']],
    [
      'by their launch, the last first',
      `area: "${district}", orderBy: LAUNCHED_ON_DESC, first: 10`,
      ['乙基金', '甲基金', '丙基金'],
    ],
  ])('%s', async (_, args, expected) => {
    expect((await names(args)).sort()).toEqual([...expected].sort());
    if (args.includes('LAUNCHED')) expect(await names(args)).toEqual(expected);
  });

  test('page by page, each once', async () => {
    const seen: string[] = [];
    for (let after: string | null = null, pages = 0; pages < 10; pages += 1) {
      const { data } = await funds.ask(
        'query ($after: String) { funds(area: "990100", first: 3, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      const page = data?.['funds'] as {
        readonly nodes: { name: string }[];
        readonly pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      seen.push(...page.nodes.map(({ name }) => name));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(seen).toHaveLength(4);
    expect(new Set(seen).size).toBe(4);
  });

  test.each([
    ['no first', 'area: "990100"', undefined],
    ['a first of 0', 'first: 0', 'BAD_PAGE_SIZE'],
    ['a first of 101', 'first: 101', 'BAD_PAGE_SIZE'],
    ['a foreign cursor', `first: 1, after: "${foreignCursor}"`, 'BAD_CURSOR'],
    ['a malformed area', 'area: "4302", first: 1', 'BAD_USER_INPUT'],
    ['an unknown city', 'area: "999900", first: 1', 'NOT_FOUND'],
    ['an unknown district', 'area: "999999", first: 1', 'NOT_FOUND'],
    ['an unknown street', 'area: "990101009", first: 1', 'NOT_FOUND'],
  ])('not with %s', async (_, args, code) => {
    const { errors } = await funds.ask(`{ funds(${args}) { nodes { id } } }`);
    expect(errors?.[0]?.extensions?.['code']).toBe(code);
    expect(errors).toHaveLength(1);
  });
});

test.each([
  ['fund', 'fund_fixture_none', 'NOT_FOUND'],
  ['fund', 'partner_seed_lele', 'BAD_USER_INPUT'],
  ['fund', 'fund_seed_x; drop table', 'BAD_USER_INPUT'],
  ['transfer', 'transfer_fixture_none', 'NOT_FOUND'],
  ['pledge', 'pledge_fixture_none', 'NOT_FOUND'],
  ['grant', 'grant_fixture_none', 'NOT_FOUND'],
  ['budgetLine', 'budgetline_fixture_none', 'NOT_FOUND'],
  ['disclosure', 'disclosure_fixture_none', 'NOT_FOUND'],
])('%s(id: %j) is refused with %s', async (field, id, code) => {
  const { data, errors } = await funds.ask(`query ($id: ID!) { ${field}(id: $id) { id } }`, { id });
  expect(data).toEqual({ [field]: null });
  expect(errors?.[0]?.extensions?.['code']).toBe(code);
});

describe('an account', () => {
  test.each([
    ['WORLD:PUBLIC', { kind: 'WORLD', purpose: null, balancesReasonIfNull: 'NOT_APPLICABLE' }],
    ['USE:EVENT', { kind: 'USE', purpose: 'EVENT', balancesReasonIfNull: 'NOT_APPLICABLE' }],
  ])('%s is there without a row', async (code, expected) => {
    const { data } = await funds.ask(
      'query ($code: String!) { account(code: $code) { kind purpose balancesReasonIfNull } }',
      { code },
    );
    expect(data).toEqual({ account: expected });
  });

  test.each([
    ['USE:FIREWORKS', 'NOT_FOUND'],
    ['FUND:fund_fixture_none:CASH', 'NOT_FOUND'],
    ['PARTNER:partner_fixture_none:SHARE_DUE:990101', 'NOT_FOUND'],
    ['nonsense', 'BAD_USER_INPUT'],
  ])('%s is refused with %s', async (code, refusal) => {
    const { errors } = await funds.ask('query ($code: String!) { account(code: $code) { kind } }', {
      code,
    });
    expect(errors?.[0]?.extensions?.['code']).toBe(refusal);
  });

  test('of a place or partner says of which', async () => {
    await funds.post([
      {
        fromAccount: 'WORLD:GOVERNMENT',
        toAccount: `GOV:${district}001:BENEFIT`,
        amountFen: 1n,
        code: 'GOVERNMENT_GRANT',
      },
      {
        fromAccount: 'WORLD:PARTNER',
        toAccount: 'PARTNER:partner_fixture_a:SHARE_DUE:990101',
        amountFen: 2n,
        code: 'REVENUE_SHARE',
      },
    ]);
    const { data } = await funds.ask(`{
      place: account(code: "GOV:${district}001:BENEFIT") { place { ... on Street { code } } partner { id } balances { postedIn } }
      partner: account(code: "PARTNER:partner_fixture_a:SHARE_DUE:990101") { place { __typename } partner { id } fund { id } balances { postedIn } }
    }`);
    expect(data).toEqual({
      place: { place: { code: `${district}001` }, partner: null, balances: { postedIn: '1' } },
      partner: {
        place: { __typename: 'District' },
        partner: { id: 'partner_fixture_a' },
        fund: null,
        balances: { postedIn: '2' },
      },
    });
  });
});

test('the code list of purposes is published', async () => {
  const { data, errors } = await funds.ask(
    '{ fundsCodeLists(list: "Purpose") { code label { zh } } other: fundsCodeLists(list: "None") { code } }',
  );
  expect(errors).toMatchObject([{ path: ['other'], extensions: { code: 'NOT_FOUND' } }]);
  expect(data).toEqual({
    fundsCodeLists: [
      { code: 'ADMINISTRATION', label: { zh: '管理费' } },
      { code: 'EVENT', label: { zh: '活动' } },
      { code: 'HARDSHIP_RELIEF', label: { zh: '扶贫帮困' } },
      { code: 'ORGANISATION_BUILDING', label: { zh: '组织培育' } },
      { code: 'PARTNER_AWARD', label: { zh: '合伙人激励' } },
      { code: 'PUBLIC_FACILITY', label: { zh: '公共服务设施建设' } },
    ],
    other: null,
  });
});

test('founders below five persons are seen by the officer of the district alone', async () => {
  const { id } = await openFund(funds.parts(), {
    ...newFundInput(),
    founders: { value: 3, unit: 'PERSON' },
  });
  const asked = async (viewer: Parameters<TestFunds['ask']>[2]) => {
    const { data } = await funds.ask(
      'query ($id: ID!) { fund(id: $id) { founders { value } } }',
      { id },
      viewer,
    );
    return data;
  };
  expect(await asked(officerOf(district))).toEqual({ fund: { founders: { value: 3 } } });
  for (const viewer of [anonymous, officerOf(otherDistrict)])
    expect(await asked(viewer)).toEqual({ fund: { founders: null } });
});

test('what a fund adds to places is reached by their keys alone', async () => {
  const representations = [
    { __typename: 'City', code: '990100' },
    { __typename: 'District', code: otherDistrict },
    { __typename: 'Street', code: `${district}001` },
    { __typename: 'Community', id: 'community_fixture_a' },
  ];
  const { data, errors } = await funds.ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on City { funds(first: 1) { nodes { name } } }
      ... on District { funds(first: 5) { nodes { name } } }
      ... on Street { funds(first: 5) { nodes { name } } }
      ... on Community { funds(first: 5) { nodes { name } } }
    } }`,
    { representations },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    _entities: [
      { funds: { nodes: [{ name: expect.any(String) }] } },
      { funds: { nodes: [{ name: '丁基金' }] } },
      { funds: { nodes: [{ name: '甲基金' }] } },
      { funds: { nodes: [{ name: '甲基金' }] } },
    ],
  });
});

test('District.fundTotals: sums over the funds of a district, null where nothing is recorded', async () => {
  const id = await funds.newFund({ districtCode: otherDistrict });
  await funds.ask(
    'mutation ($input: PostTransfersInput!) { postTransfers(input: $input) { setId } }',
    {
      input: {
        idempotencyKey: newKey(),
        districtCode: otherDistrict,
        lines: [{ ...donation(id, 1n), amountFen: '40' }],
      },
    },
    officerOf(otherDistrict),
  );
  const { data, errors } = await funds.ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on District { fundTotals {
      funds foundingInflow { value } operatingInflow { value qualifier } outflow { value reasonIfNull }
      selfGeneration { value } inflowByChannel { parts { key } }
    } } } }`,
    {
      representations: [
        { __typename: 'District', code: otherDistrict },
        { __typename: 'District', code: '990103' },
      ],
    },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    _entities: [
      {
        fundTotals: {
          funds: 2,
          foundingInflow: { value: 0 },
          operatingInflow: { value: 40, qualifier: 'EXACT' },
          outflow: { value: 0, reasonIfNull: null },
          selfGeneration: { value: 1 },
          inflowByChannel: { parts: [{ key: 'NOT_STATED' }] },
        },
      },
      {
        fundTotals: {
          funds: 0,
          foundingInflow: { value: null },
          operatingInflow: { value: null, qualifier: 'EXACT' },
          outflow: { value: null, reasonIfNull: 'SOURCE_MISSING' },
          selfGeneration: { value: null },
          inflowByChannel: { parts: [] },
        },
      },
    ],
  });
});
