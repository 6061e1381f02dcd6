import { anonymous, fixedClock, officerOf } from '@linju/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { verifyLedger } from '../loaders/verify-ledger.js';
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
import type { TransferLineInput } from '../schema/post-transfers-input.js';
import { moveFund } from './move-fund.js';
import { moveGrant } from './move-grant.js';
import { openGrant } from './open-grant.js';
import { postTransfers } from './post-transfers.js';

const resolveTransfers = /* GraphQL */ `
  mutation ($input: ResolveTransfersInput!) {
    resolveTransfers(input: $input) {
      transfers {
        state
        transitions {
          from
          to
          at
          reason
        }
      }
      userErrors {
        field
        code
      }
    }
  }
`;

const clock = fixedClock(new Date('2026-03-01T12:00:00+08:00'));
let funds: TestFunds;
let fundId: string;
beforeAll(async () => {
  funds = await startFunds({ clock });
  fundId = await funds.newFund();
  await funds.post([donation(fundId, 1_000n)]);
});
afterAll(async () => {
  expect((await verifyLedger(funds.database)).faults).toEqual([]);
  await funds[Symbol.asyncDispose]();
});

async function reserve(): Promise<string> {
  const input = { idempotencyKey: newKey(), districtCode: district, state: 'PENDING' as const };
  const lines = [donation(fundId, 5n), expense(fundId, 7n)];
  return (await postTransfers(funds.parts(), { ...input, lines })).setId;
}

async function resolve(setId: string, to: string, over: object = {}, viewer = officer) {
  const input = { idempotencyKey: newKey(), setId, to, ...over };
  const { data, errors } = await funds.ask(resolveTransfers, { input }, viewer);
  expect(errors).toBeUndefined();
  return data?.['resolveTransfers'];
}

const counters = async () => {
  const [row] = await funds.sql(
    `select posted_in, posted_out, pending_in, pending_out from funds.account where code = 'FUND:${fundId}:CASH'`,
  );
  return row;
};

const states = ['PENDING', 'POSTED', 'VOIDED', 'EXPIRED'] as const;
const allowed = [
  ['PENDING', 'POSTED'],
  ['PENDING', 'VOIDED'],
  ['PENDING', 'EXPIRED'],
];

describe.each(states)('a set that is %s', (from) => {
  test.each(states)('and is to become %s', async (to) => {
    const setId = await reserve();
    if (from !== 'PENDING') await resolve(setId, from);
    const before = await counters();
    const isAllowed = allowed.some(([start, end]) => start === from && end === to);
    const answer = await resolve(setId, to);
    if (isAllowed)
      return expect(answer).toMatchObject({
        userErrors: [],
        transfers: [{ state: to }, { state: to }],
      });
    expect(answer).toMatchObject({ transfers: null, userErrors: [{ code: 'MOVE_NOT_ALLOWED' }] });
    expect(await counters()).toEqual(before);
  });
});

describe('money that was reserved while its fund was open', () => {
  const reserveSet = async (lines: readonly TransferLineInput[]): Promise<string> => {
    const input = { idempotencyKey: newKey(), districtCode: district, state: 'PENDING' as const };
    return (await postTransfers(funds.parts(), { ...input, lines: [...lines] })).setId;
  };
  const moveTo = (own: string, to: 'OPEN' | 'SUSPENDED' | 'WINDING_UP') =>
    moveFund(funds.parts(), { idempotencyKey: newKey(), fundId: own, to });

  test.each([
    ['SUSPENDED', 'in', donation, 'RULE_VIOLATED'],
    ['SUSPENDED', 'out', expense, 'RULE_VIOLATED'],
    ['WINDING_UP', 'in', donation, 'RULE_VIOLATED'],
    ['WINDING_UP', 'out', expense, null],
  ] as const)('once it is %s, what is to go %s', async (state, _, line, code) => {
    const own = await funds.newFund();
    await funds.post([donation(own, 100n)]);
    const setId = await reserveSet([line(own, 10n)]);
    await moveTo(own, state);
    expect(await resolve(setId, 'POSTED')).toMatchObject(
      code
        ? { transfers: null, userErrors: [{ code, field: 'to' }] }
        : { transfers: [{ state: 'POSTED' }], userErrors: [] },
    );
    if (code) expect(await resolve(setId, 'VOIDED')).toMatchObject({ userErrors: [] });
  });

  test('moves once the fund is open again', async () => {
    const own = await funds.newFund();
    const setId = await reserveSet([donation(own, 10n)]);
    await moveTo(own, 'SUSPENDED');
    expect(await resolve(setId, 'POSTED')).toMatchObject({ userErrors: [{ field: 'to' }] });
    await moveTo(own, 'OPEN');
    expect(await resolve(setId, 'POSTED')).toMatchObject({ userErrors: [] });
  });

  test('does not pay a grant that was suspended meanwhile', async () => {
    const own = await funds.newFund();
    await funds.post([donation(own, 100n)]);
    const { id: grantId } = await openGrant(funds.parts(), {
      ...{ idempotencyKey: newKey(), fundId: own, recipientId: 'partner_fixture_a' },
      ...{ title: '活动', purpose: 'EVENT', appliedFen: 50n },
    });
    const move = (to: 'APPROVED' | 'IMPLEMENTATION' | 'SUSPENDED', awardedFen: bigint | null) =>
      moveGrant(funds.parts(), { idempotencyKey: newKey(), grantId, to, awardedFen });
    await move('APPROVED', 50n);
    await move('IMPLEMENTATION', null);
    const sourceRef = { type: 'Grant', id: grantId };
    const setId = await reserveSet([{ ...expense(own, 50n), code: 'GRANT_PAYMENT', sourceRef }]);
    await move('SUSPENDED', null);
    expect(await resolve(setId, 'POSTED')).toMatchObject({
      transfers: null,
      userErrors: [{ code: 'RULE_VIOLATED', field: 'to' }],
    });
    await move('IMPLEMENTATION', null);
    expect(await resolve(setId, 'POSTED')).toMatchObject({ userErrors: [] });
  });
});

test('the whole set ends together, and its past says when and why', async () => {
  const setId = await reserve();
  clock.moveTo(new Date('2026-03-02T09:00:00+08:00'));
  const past = [
    { from: null, to: 'PENDING', at: '2026-03-01T12:00:00+08:00', reason: null },
    { from: 'PENDING', to: 'POSTED', at: '2026-03-02T09:00:00+08:00', reason: '管委会同意' },
  ];
  expect(await resolve(setId, 'POSTED', { reason: '管委会同意' })).toEqual({
    transfers: [
      { state: 'POSTED', transitions: past },
      { state: 'POSTED', transitions: past },
    ],
    userErrors: [],
  });
});

test('money counts from the instant it was posted, not from when it was reserved', async () => {
  clock.moveTo(new Date('2026-04-01T00:00:00+08:00'));
  const own = await funds.newFund();
  const input = { idempotencyKey: newKey(), districtCode: district, state: 'PENDING' as const };
  const { setId } = await postTransfers(funds.parts(), { ...input, lines: [donation(own, 40n)] });
  const inflow = async (asOf: string) => {
    const { data } = await funds.ask(
      'query ($id: ID!, $asOf: Instant!) { fund(id: $id) { inflowByChannel(asOf: $asOf) { value } } }',
      { id: own, asOf },
    );
    return (data?.['fund'] as { readonly inflowByChannel: { readonly value: number } })
      .inflowByChannel.value;
  };
  clock.moveTo(new Date('2026-04-03T00:00:00+08:00'));
  await resolve(setId, 'POSTED');
  expect(await inflow('2026-04-03T00:00:00+08:00')).toBe(0);
  expect(await inflow('2026-04-03T00:00:01+08:00')).toBe(40);
});

describe('it is refused', () => {
  test.each([
    ['to anonymous callers', anonymous, 'NOT_AUTHORISED'],
    ['to officers of another district', officerOf(otherDistrict), 'NOT_AUTHORISED'],
  ])('%s', async (_, viewer, code) => {
    expect(await resolve(await reserve(), 'POSTED', {}, viewer)).toMatchObject({
      userErrors: [{ code }],
    });
  });

  test('of an earlier day without a reason', async () => {
    const setId = await reserve();
    clock.moveTo(new Date(clock.now().getTime() + 2 * 86_400_000));
    const effectiveAt = new Date(clock.now().getTime() - 86_400_000).toISOString();
    expect(await resolve(setId, 'POSTED', { effectiveAt })).toMatchObject({
      userErrors: [{ code: 'RULE_VIOLATED', field: 'effectiveAt' }],
    });
    const explained = { effectiveAt, reason: '管委会昨日同意' };
    expect(await resolve(setId, 'POSTED', explained)).toMatchObject({ userErrors: [] });
  });

  test('for a set that is not there', async () => {
    expect(await resolve('transferset_fixture_none', 'POSTED')).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', field: 'setId' }],
    });
  });

  test.each([
    ['ahead of time', '2199-01-01T00:00:00+08:00'],
    ['before the money was reserved', '2020-01-01T00:00:00+08:00'],
  ])('%s', async (_, effectiveAt) => {
    expect(await resolve(await reserve(), 'POSTED', { effectiveAt })).toMatchObject({
      userErrors: [{ code: 'BAD_USER_INPUT', field: 'effectiveAt' }],
    });
  });
});
