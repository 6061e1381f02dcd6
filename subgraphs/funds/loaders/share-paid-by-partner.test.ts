import { analystOf, anonymous, appOf, officerOf, systemViewer, type Viewer } from '@linju/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { correctTransfer } from '../commands/correct-transfer.js';
import { postTransfers } from '../commands/post-transfers.js';
import {
  district,
  donation,
  newKey,
  officer,
  otherDistrict,
  startFunds,
  type TestFunds,
} from '../test-support/start-funds.js';

let funds: TestFunds;
beforeAll(async () => {
  funds = await startFunds();
  const fundId = await funds.newFund();
  const due = 'PARTNER:partner_fixture_a:SHARE_DUE:990101';
  const on = (day: string) => ({ effectiveAt: new Date(`${day}T00:00:00+08:00`), note: '补录' });
  const accrued = { fromAccount: 'WORLD:PARTNER', toAccount: due, code: 'REVENUE_SHARE' as const };
  const paid = {
    fromAccount: due,
    toAccount: `FUND:${fundId}:CASH`,
    code: 'REVENUE_SHARE' as const,
  };
  const given = {
    ...donation(fundId, 7n),
    fromAccount: 'WORLD:PARTNER',
    donor: { partnerId: 'partner_fixture_a' },
  };
  const ids = await funds.post([
    { ...accrued, amountFen: 1_000n, ...on('2024-01-01') },
    { ...paid, amountFen: 300n, ...on('2024-03-01') },
    { ...paid, amountFen: 200n, ...on('2024-12-31') },
    { ...paid, amountFen: 50n, ...on('2025-01-01') },
    { ...paid, amountFen: 40n, ...on('2024-05-01') },
    { ...given, ...on('2024-06-01') },
  ]);
  await correctTransfer(funds.parts(), {
    idempotencyKey: newKey(),
    transferId: ids[4]!,
    correctionNote: '重复',
  });
  // Still on its way: a pending share is no payment.
  await funds.post([{ ...paid, amountFen: 9n, ...on('2024-07-01') }], { state: 'PENDING' });
});
afterAll(async () => {
  await funds[Symbol.asyncDispose]();
});

const candidacy = (over: object = {}) => ({
  __typename: 'AwardCandidacy',
  membershipId: 'membership_fixture_a',
  partnerId: 'partner_fixture_a',
  year: 2024,
  asOf: null,
  partner: { district: { code: district } },
  ...over,
});

async function ask(representations: readonly object[], viewer: Viewer = officer) {
  const { data, errors } = await funds.ask(
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on AwardCandidacy { sharePaidFen contributionsPosted } } }',
    { representations },
    viewer,
  );
  expect(errors).toBeUndefined();
  return data?.['_entities'];
}

test('what a partner paid of its share and gave in a year, corrections taken off', async () => {
  funds.takeStatements();
  expect(
    await ask([
      candidacy(),
      candidacy({ asOf: '2024-06-15T00:00:00+08:00' }),
      candidacy({ year: 2025 }),
      candidacy({ year: 2023 }),
      candidacy({ partnerId: 'partner_fixture_unknown' }),
    ]),
  ).toEqual([
    { sharePaidFen: '500', contributionsPosted: 3 },
    { sharePaidFen: '300', contributionsPosted: 2 },
    { sharePaidFen: '50', contributionsPosted: 1 },
    // Shares of the partner are recorded, none in that year: a real zero.
    { sharePaidFen: '0', contributionsPosted: 0 },
    // Nothing of the partner is recorded at all: not zero.
    { sharePaidFen: null, contributionsPosted: 0 },
  ]);
  expect(funds.takeStatements()).toHaveLength(1);
});

test('what officers of another district enter counts for nothing in the partner’s own', async () => {
  const own = await funds.newFund({ districtCode: otherDistrict });
  const due = `PARTNER:partner_fixture_a:SHARE_DUE:${otherDistrict}`;
  const share = { code: 'REVENUE_SHARE' as const, amountFen: 1_000n };
  const now = new Date();
  const elsewhere = officerOf(otherDistrict);
  await postTransfers(funds.parts(elsewhere), {
    idempotencyKey: newKey(),
    districtCode: otherDistrict,
    lines: [
      { ...share, fromAccount: 'WORLD:PARTNER', toAccount: due },
      { ...share, fromAccount: due, toAccount: `FUND:${own}:CASH` },
    ],
  });
  const year = now.getUTCFullYear();
  expect(await ask([candidacy({ year })])).toEqual([{ sharePaidFen: '0', contributionsPosted: 0 }]);
  const there = { partner: { district: { code: otherDistrict } } };
  expect(await ask([candidacy({ year, ...there })], elsewhere)).toEqual([
    { sharePaidFen: '1000', contributionsPosted: 1 },
  ]);
});

test('money that one partner’s account passes to another’s is no share paid', async () => {
  const [from, to] = ['b', 'c'].map(
    (name) => `PARTNER:partner_fixture_${name}:SHARE_DUE:${district}`,
  );
  const share = { code: 'REVENUE_SHARE' as const, amountFen: 5n };
  await funds.post([
    { ...share, fromAccount: 'WORLD:PARTNER', toAccount: from! },
    { ...share, fromAccount: from!, toAccount: to! },
  ]);
  const year = new Date().getUTCFullYear();
  expect(await ask([candidacy({ partnerId: 'partner_fixture_b', year })])).toEqual([
    { sharePaidFen: null, contributionsPosted: 0 },
  ]);
});

test('nothing is known of a partner whose district is not known', async () => {
  expect(
    await ask([candidacy({ partner: null }), candidacy({ partner: { district: null } })]),
  ).toEqual([
    { sharePaidFen: null, contributionsPosted: null },
    { sharePaidFen: null, contributionsPosted: null },
  ]);
});

test.each([
  ['anonymous', anonymous, null],
  ['the app of another partner', appOf('partner_fixture_b'), null],
  ['the partner’s own app', appOf('partner_fixture_a'), 3],
  ['the analyst of the city', analystOf('990100'), null],
  ['the officer of the district', officer, 3],
  ['the officer of another district', officerOf(otherDistrict), null],
  ['linju itself', systemViewer, 3],
])(
  'how often a partner gave is null for those who may not know its donations: %s',
  async (_, viewer, contributionsPosted) => {
    expect(await ask([candidacy()], viewer)).toEqual([
      { sharePaidFen: '500', contributionsPosted },
    ]);
  },
);
