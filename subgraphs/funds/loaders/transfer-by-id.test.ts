import { analystOf, anonymous, appOf, officerOf, systemViewer, type Viewer } from '@linju/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { correctTransfer } from '../commands/correct-transfer.js';
import { openPledge } from '../commands/open-pledge.js';
import { postTransfers } from '../commands/post-transfers.js';
import type { TransferLineInput } from '../schema/post-transfers-input.js';
import {
  district,
  donation,
  expense,
  newKey,
  officer,
  otherDistrict,
  startFunds,
  type TestFunds,
} from '../test-support/start-funds.js';

let funds: TestFunds;
let fundId: string;
let given: {
  readonly person: string;
  readonly named: string;
  readonly partner: string;
  readonly share: string;
};
let pledgeId: string;
beforeAll(async () => {
  funds = await startFunds();
  fundId = await funds.newFund();
  const cash = `FUND:${fundId}:CASH`;
  const [person = '', named = '', partner = '', , share = ''] = await funds.post(
    [
      {
        ...donation(fundId, 10n),
        fromAccount: 'WORLD:INDIVIDUAL',
        donor: { name: '张三丰' },
        note: '现金交到社区',
      },
      {
        ...donation(fundId, 20n),
        fromAccount: 'WORLD:ORGANISATION',
        donor: { organisationId: 'organisation_fixture_a' },
        donorVisibility: 'NAMED',
      },
      {
        ...donation(fundId, 30n),
        fromAccount: 'WORLD:PARTNER',
        donor: { partnerId: 'partner_fixture_a' },
      },
      {
        fromAccount: 'WORLD:PARTNER',
        toAccount: 'PARTNER:partner_fixture_a:SHARE_DUE:990101',
        amountFen: 40n,
        code: 'REVENUE_SHARE',
      },
      {
        fromAccount: 'PARTNER:partner_fixture_a:SHARE_DUE:990101',
        toAccount: cash,
        amountFen: 40n,
        code: 'REVENUE_SHARE',
      },
    ],
    { key: 'the officer’s own key' },
  );
  given = { person, named, partner, share };
  ({ id: pledgeId } = await openPledge(funds.parts(), {
    idempotencyKey: newKey(),
    fundId,
    kind: 'MONTHLY',
    amountFen: 5n,
    dayOfMonth: 1,
    from: '2026-01-01',
    donorKind: 'INDIVIDUAL',
    donor: { name: '张三丰' },
  }));
});
afterAll(async () => {
  await funds[Symbol.asyncDispose]();
});

const whole = { name: '张三丰', masked: false };
const masked = { name: '张**', masked: true };
const roles: readonly (readonly [string, Viewer, { donor: object | null; isOfficer: boolean }])[] =
  [
    ['anonymous', anonymous, { donor: null, isOfficer: false }],
    ['the app of another partner', appOf('partner_fixture_b'), { donor: null, isOfficer: false }],
    ['the officer of the district', officer, { donor: whole, isOfficer: true }],
    [
      'the officer of another district',
      officerOf(otherDistrict),
      { donor: null, isOfficer: false },
    ],
    ['the analyst of the city', analystOf('990100'), { donor: masked, isOfficer: false }],
    ['the analyst of another city', analystOf('430200'), { donor: null, isOfficer: false }],
    ['linju itself', systemViewer, { donor: whole, isOfficer: true }],
  ];

test.each(roles)(
  'who gave, by which key and with what note: %s',
  async (_, viewer, { donor, isOfficer }) => {
    const { data, errors } = await funds.ask(
      'query ($id: ID!, $pledge: ID!) { transfer(id: $id) { amountFen donorKind donorVisibility donor { name masked } idempotencyKey transitions { note } } pledge(id: $pledge) { donor { name masked } } }',
      { id: given.person, pledge: pledgeId },
      viewer,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      transfer: {
        amountFen: '10',
        donorKind: 'INDIVIDUAL',
        donorVisibility: 'ANONYMOUS',
        donor,
        idempotencyKey: isOfficer ? 'the officer’s own key' : null,
        transitions: [{ note: isOfficer ? '现金交到社区' : null }],
      },
      pledge: { donor },
    });
  },
);

test.each(roles)('an organisation that lets itself be named is public: %s', async (_, viewer) => {
  const { data } = await funds.ask(
    'query ($id: ID!) { transfer(id: $id) { donor { organisation { id } name masked } } }',
    { id: given.named },
    viewer,
  );
  expect(data).toEqual({
    transfer: {
      donor: { organisation: { id: 'organisation_fixture_a' }, name: null, masked: false },
    },
  });
});

test('the row policies alone keep donors and notes back, whatever the rules say', async () => {
  const rows = async (viewer: Viewer) => {
    const reader = funds.database.reader(viewer);
    const counts = [
      'transfer_personal',
      'transfer_internal',
      'pledge_personal',
      'transfer_set',
    ].map((table) => ({
      text: `select count(*)::int from funds.${table} where district_code = '${district}'`,
      parameters: () => [],
      decode: ([count]: readonly unknown[]) => count as number,
    }));
    return Promise.all(counts.map(async (count) => (await reader.rows(count, {}))[0]));
  };
  expect(await rows(anonymous)).toEqual([1, 0, 0, 0]);
  expect(await rows(appOf('partner_fixture_a'))).toEqual([2, 0, 0, 0]);
  expect(await rows(appOf('partner_fixture_b'))).toEqual([1, 0, 0, 0]);
  expect(await rows(officerOf(otherDistrict))).toEqual([1, 0, 0, 0]);
  expect(await rows(analystOf('430200'))).toEqual([1, 0, 0, 0]);
  // Donors are masked for it by the rules; notes, being free text, it does not get at all.
  expect(await rows(analystOf('990100'))).toEqual([3, 0, 1, 1]);
  expect(await rows(officer)).toEqual([3, 1, 1, 1]);
});

describe('Partner.contributions', () => {
  const otherOfficer = officerOf(otherDistrict);
  const due = `PARTNER:partner_fixture_a:SHARE_DUE:${otherDistrict}`;
  const share = { code: 'REVENUE_SHARE' as const, amountFen: 1n };
  let otherFundId: string;
  beforeAll(async () => {
    otherFundId = await funds.newFund({ districtCode: otherDistrict });
  });
  const pay = async (
    lines: readonly TransferLineInput[],
    state: 'POSTED' | 'PENDING' = 'POSTED',
  ) => {
    const input = { idempotencyKey: newKey(), districtCode: otherDistrict, state };
    return (await postTransfers(funds.parts(otherOfficer), { ...input, lines: [...lines] })).ids;
  };
  const contributions = async (viewer: Viewer, of: object | null = { code: district }) => {
    const { data, errors } = await funds.ask(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Partner { contributions(first: 10) { nodes { id } totalCount } } } }',
      { representations: [{ __typename: 'Partner', id: 'partner_fixture_a', district: of }] },
      viewer,
    );
    expect(errors).toBeUndefined();
    const [partner] = data?.['_entities'] as readonly {
      readonly contributions: {
        readonly nodes: readonly { readonly id: string }[];
        readonly totalCount: number;
      } | null;
    }[];
    if (!partner?.contributions) return null;
    const { nodes, totalCount } = partner.contributions;
    expect(totalCount).toBe(nodes.length);
    return nodes.map(({ id }) => id);
  };
  test.each([
    ['the partner’s own app', appOf('partner_fixture_a'), true],
    ['the officer of the district', officer, true],
    ['anonymous', anonymous, false],
    ['the app of another partner', appOf('partner_fixture_b'), false],
    ['the officer of another district', officerOf(otherDistrict), false],
    // Each transfer shows it the donor masked; a list of them by donor would take the mask off.
    ['the analyst of the city', analystOf('990100'), false],
    ['linju itself', systemViewer, true],
  ])(
    'what came from its account is public; what it gave as a donor is for few: %s',
    async (_, viewer, seesDonations) => {
      const ids = await contributions(viewer);
      expect([...(ids ?? [])].sort()).toEqual(
        [given.share, ...(seesDonations ? [given.partner] : [])].sort(),
      );
    },
  );

  test('only what the books of its own district have: officers of another cannot write in it', async () => {
    const [, paid] = await pay([
      { ...share, fromAccount: 'WORLD:PARTNER', toAccount: due },
      { ...share, fromAccount: due, toAccount: `FUND:${otherFundId}:CASH` },
    ]);
    expect(await contributions(anonymous)).toEqual([given.share]);
    expect(await contributions(anonymous, { code: otherDistrict })).toEqual([paid]);
  });

  test('only what was posted, stands and reached somebody else', async () => {
    const before = await contributions(anonymous, { code: otherDistrict });
    const named = { sourceRef: { type: 'Partner', id: 'partner_fixture_a' } };
    const gift = { ...donation(otherFundId, 9n), ...named };
    const [wrong = ''] = await pay([
      gift,
      { ...expense(otherFundId, 1n), ...named },
      { ...share, fromAccount: 'WORLD:PARTNER', toAccount: due },
    ]);
    await correctTransfer(funds.parts(otherOfficer), {
      idempotencyKey: newKey(),
      transferId: wrong,
      correctionNote: '重复',
    });
    await pay([gift], 'PENDING');
    expect(await contributions(anonymous, { code: otherDistrict })).toEqual(before);
  });

  test('none where the district of the partner is not known', async () => {
    expect(await contributions(officer, null)).toBeNull();
  });
});

test('Event.funding, Request.fundTransfers and NeedMatch.funding: what paid for each', async () => {
  const outcome = (type: 'Event' | 'Request' | 'NeedMatch', id: string) => [
    { type, id, weightBps: 10_000 },
  ];
  const [event, request, match] = await funds.post([
    { ...expense(fundId, 1n), outcomes: outcome('Event', 'event_fixture_a') },
    { ...expense(fundId, 2n), outcomes: outcome('Request', 'request_fixture_a') },
    { ...expense(fundId, 3n), outcomes: outcome('NeedMatch', 'needmatch_fixture_a') },
  ]);
  const representations = [
    { __typename: 'Event', id: 'event_fixture_a' },
    { __typename: 'Request', id: 'request_fixture_a' },
    { __typename: 'NeedMatch', id: 'needmatch_fixture_a' },
    { __typename: 'Event', id: 'event_fixture_none' },
  ];
  const { data } = await funds.ask(
    `query ($representations: [_Any!]!) { _entities(representations: $representations) {
      ... on Event { funding(first: 5) { nodes { id outcomes { type id weightBps } } } }
      ... on Request { fundTransfers(first: 5) { nodes { id } } }
      ... on NeedMatch { funding(first: 5) { nodes { id } } }
    } }`,
    { representations },
    anonymous,
  );
  expect(data).toEqual({
    _entities: [
      {
        funding: {
          nodes: [
            { id: event, outcomes: [{ type: 'Event', id: 'event_fixture_a', weightBps: 10_000 }] },
          ],
        },
      },
      { fundTransfers: { nodes: [{ id: request }] } },
      { funding: { nodes: [{ id: match }] } },
      { funding: { nodes: [] } },
    ],
  });
});

test('each level of a nested question is one SQL statement, however many rows', async () => {
  for (let index = 0; index < 3; index += 1) {
    const own = await funds.newFund();
    await funds.post([donation(own, 100n), donation(own, 50n), expense(own, 5n)]);
  }
  const count = async (first: number): Promise<number> => {
    funds.takeStatements();
    const { errors } = await funds.ask(
      `{ funds(area: "${district}", first: ${first}) { nodes {
        id accounts { code balances { postedIn } } purposes { code } complianceFindings { rule }
        selfGeneration { value } inflowByChannel { value } transitions { to } provenance { method }
        transfers(first: 10) { nodes { id state outcomes { id } correctedBy { id } fromAccount { code balances { postedIn } } fund { id } } }
      } } }`,
      {},
      anonymous,
    );
    expect(errors).toBeUndefined();
    return funds.takeStatements().length;
  };
  // funds; their accounts, purposes, findings, flow, coverage, moves, provenance and transfers; of
  // accounts the balances, of transfers outcomes, corrections and accounts.
  expect([await count(1), await count(50)]).toEqual([13, 13]);
});
