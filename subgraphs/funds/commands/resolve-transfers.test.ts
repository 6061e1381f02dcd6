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
