import { officerOf } from '@linju/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  district,
  donation,
  expense,
  otherDistrict,
  startFunds,
  type TestFunds,
} from '../test-support/start-funds.js';
import { writeAs } from '../test-support/write-as.js';

// Pledges and grants: openPledge, movePledge, openGrant, moveGrant, moveMilestone.

let funds: TestFunds;
let fundId: string;
beforeAll(async () => {
  funds = await startFunds();
  fundId = await funds.newFund();
  await funds.post([donation(fundId, 100_000n)]);
});
afterAll(async () => {
  await funds[Symbol.asyncDispose]();
});

const foreign = { viewer: officerOf(otherDistrict) };
const idOf = ({ record }: Awaited<ReturnType<typeof writeAs>>): string => String(record?.['id']);

test('a fund that is closed takes no pledge and gives no grant', async () => {
  const own = await funds.newFund();
  const grant = { fundId: own, recipientId: 'partner_fixture_a', title: '活动', purpose: 'EVENT' };
  const open = await writeAs(funds, 'openGrant', { ...grant, appliedFen: '5' });
  for (const to of ['WINDING_UP', 'CLOSED']) {
    expect(await writeAs(funds, 'moveFund', { fundId: own, to })).toMatchObject({ userErrors: [] });
  }
  const pledge = { fundId: own, kind: 'FOUNDING', amountFen: '5', from: '2026-01-01' };
  expect(await writeAs(funds, 'openPledge', { ...pledge, donorKind: 'PUBLIC' })).toMatchObject({
    userErrors: [{ code: 'RULE_VIOLATED', field: 'fundId' }],
  });
  expect(await writeAs(funds, 'openGrant', { ...grant, appliedFen: '5' })).toMatchObject({
    userErrors: [{ code: 'RULE_VIOLATED', field: 'fundId' }],
  });
  const approval = { grantId: idOf(open), to: 'APPROVED', awardedFen: '5' };
  expect(await writeAs(funds, 'moveGrant', approval)).toMatchObject({
    userErrors: [{ code: 'RULE_VIOLATED', field: 'to' }],
  });
  expect(await writeAs(funds, 'moveGrant', { grantId: idOf(open), to: 'CANCELLED' })).toMatchObject(
    {
      userErrors: [],
    },
  );
});

describe('a pledge', () => {
  const open = (over: object = {}, options?: Parameters<typeof writeAs>[3]) =>
    writeAs(
      funds,
      'openPledge',
      {
        fundId,
        kind: 'MONTHLY',
        amountFen: '2000',
        dayOfMonth: 5,
        from: '2026-01-01',
        donorKind: 'INDIVIDUAL',
        ...over,
      },
      options,
    );

  test('is kept as it was promised, the donor apart', async () => {
    const select =
      'id fund { id } kind amountFen dayOfMonth from to state donorKind donorVisibility donor { name masked } transitions { from to } provenance { method }';
    expect(await open({ to: '2027-01-01', donor: { name: '甲' } }, { select })).toEqual({
      record: {
        id: expect.stringMatching(/^pledge_/),
        fund: { id: fundId },
        kind: 'MONTHLY',
        amountFen: '2000',
        dayOfMonth: 5,
        from: '2026-01-01',
        to: '2027-01-01',
        state: 'ACTIVE',
        donorKind: 'INDIVIDUAL',
        donorVisibility: 'ANONYMOUS',
        donor: { name: '甲', masked: false },
        transitions: [{ from: null, to: 'ACTIVE' }],
        provenance: { method: 'RECORDED' },
      },
      userErrors: [],
    });
  });

  test.each([
    ['of nothing', { amountFen: '0' }, 'AMOUNT_REFUSED', 'amountFen'],
    ['every month without a day', { dayOfMonth: null }, 'BAD_USER_INPUT', 'dayOfMonth'],
    ['on the 31st', { dayOfMonth: 31 }, 'BAD_USER_INPUT', 'dayOfMonth'],
    ['from a month', { from: '2026-01' }, 'BAD_USER_INPUT', 'from'],
    ['that ends before it begins', { to: '2025-12-31' }, 'PERIOD_REFUSED', 'to'],
    ['of a fund that is not there', { fundId: 'fund_fixture_none' }, 'NOT_FOUND', 'fundId'],
    [
      'of an individual in public',
      { donor: { name: '甲' }, donorVisibility: 'NAMED' },
      'RULE_VIOLATED',
      'donorVisibility',
    ],
  ])('is refused: %s', async (_, over, code, field) => {
    expect(await open(over)).toEqual({ record: null, userErrors: [{ code, field }] });
  });

  test('is refused to an officer of another district', async () => {
    expect(await open({}, foreign)).toMatchObject({ userErrors: [{ code: 'NOT_AUTHORISED' }] });
  });

  test('is paused, taken up again and ended, and then stays so', async () => {
    const pledgeId = idOf(await open());
    const move = (to: string, options?: Parameters<typeof writeAs>[3]) =>
      writeAs(funds, 'movePledge', { pledgeId, to }, { select: 'state', ...options });
    expect(await move('PAUSED', foreign)).toMatchObject({
      userErrors: [{ code: 'NOT_AUTHORISED' }],
    });
    for (const to of ['PAUSED', 'ACTIVE', 'ENDED'])
      expect(await move(to)).toEqual({ record: { state: to }, userErrors: [] });
    expect(await move('ACTIVE')).toMatchObject({
      userErrors: [{ code: 'MOVE_NOT_ALLOWED', field: 'to' }],
    });
    expect(
      await writeAs(funds, 'movePledge', { pledgeId: 'pledge_fixture_none', to: 'ENDED' }),
    ).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
  });
});

describe('a grant', () => {
  const application = () => ({
    fundId,
    recipientId: 'partner_fixture_a',
    title: '楼道照明改造',
    purpose: 'PUBLIC_FACILITY',
    appliedFen: '5000',
  });
  const open = (over: object = {}, options?: Parameters<typeof writeAs>[3]) =>
    writeAs(funds, 'openGrant', { ...application(), ...over }, options);
  const move = (
    grantId: string,
    to: string,
    over: object = {},
    options?: Parameters<typeof writeAs>[3],
  ) =>
    writeAs(
      funds,
      'moveGrant',
      { grantId, to, ...over },
      { select: 'state awardedFen actualPeriod { from to }', ...options },
    );

  test('is kept as it was applied for', async () => {
    const select = `id fund { id } recipient { __typename ... on Partner { id } ... on Team { id } } title purpose appliedFen awardedFen
      disbursedFen plannedPeriod { from to } actualPeriod { from } beneficiaryPlace { __typename } openCall state
      milestones { name plannedOn metOn state } transitions { to }`;
    const over = {
      recipientId: 'team_fixture_a',
      plannedPeriod: { from: '2026-01-01T00:00:00+08:00', to: '2026-07-01T00:00:00+08:00' },
      beneficiaryPlace: `${district}001`,
      openCall: true,
      milestones: [{ name: '选址', plannedOn: '2026-02' }, { name: '验收' }],
    };
    expect(await open(over, { select })).toEqual({
      record: {
        id: expect.stringMatching(/^grant_/),
        fund: { id: fundId },
        recipient: { __typename: 'Team', id: 'team_fixture_a' },
        title: '楼道照明改造',
        purpose: 'PUBLIC_FACILITY',
        appliedFen: '5000',
        awardedFen: null,
        disbursedFen: '0',
        plannedPeriod: { from: '2026-01-01T00:00:00+08:00', to: '2026-07-01T00:00:00+08:00' },
        actualPeriod: null,
        beneficiaryPlace: { __typename: 'Street' },
        openCall: true,
        state: 'PIPELINE',
        milestones: [
          { name: '选址', plannedOn: '2026-02', metOn: null, state: 'SCHEDULED' },
          { name: '验收', plannedOn: null, metOn: null, state: 'SCHEDULED' },
        ],
        transitions: [{ to: 'PIPELINE' }],
      },
      userErrors: [],
    });
  });

  test.each([
    ['for nothing', { appliedFen: '0' }, 'AMOUNT_REFUSED', 'appliedFen'],
    [
      'to somebody who is neither partner nor team',
      { recipientId: 'organisation_fixture_a' },
      'BAD_USER_INPUT',
      'recipientId',
    ],
    ['for a purpose that is not in the list', { purpose: 'FIREWORKS' }, 'NOT_FOUND', 'purpose'],
    ['for a whole city', { beneficiaryPlace: '990100' }, 'BAD_USER_INPUT', 'beneficiaryPlace'],
    [
      'for a street that is not there',
      { beneficiaryPlace: `${district}009` },
      'NOT_FOUND',
      'streetCode',
    ],
    [
      'that ends before it begins',
      { plannedPeriod: { from: '2026-02-01T00:00:00+08:00', to: '2026-01-01T00:00:00+08:00' } },
      'PERIOD_REFUSED',
      'plannedPeriod',
    ],
    [
      'with 51 milestones',
      { milestones: Array.from({ length: 51 }, () => ({ name: '步骤' })) },
      'BAD_USER_INPUT',
      'milestones',
    ],
    ['of a fund that is not there', { fundId: 'fund_fixture_none' }, 'NOT_FOUND', 'fundId'],
  ])('is refused: %s', async (_, over, code, field) => {
    expect(await open(over)).toEqual({ record: null, userErrors: [{ code, field }] });
  });

  test('is awarded at most what was applied for, and only with the move to APPROVED', async () => {
    const id = idOf(await open());
    expect(await move(id, 'APPROVED')).toMatchObject({
      userErrors: [{ code: 'AMOUNT_REFUSED', field: 'awardedFen' }],
    });
    expect(await move(id, 'APPROVED', { awardedFen: '5001' })).toMatchObject({
      userErrors: [{ code: 'AMOUNT_REFUSED' }],
    });
    expect(await move(id, 'APPROVED', { awardedFen: '4000' })).toMatchObject({
      record: { state: 'APPROVED', awardedFen: '4000' },
    });
    expect(await move(id, 'IMPLEMENTATION', { awardedFen: '4500' })).toMatchObject({
      userErrors: [{ code: 'BAD_USER_INPUT', field: 'awardedFen' }],
    });
  });

  test('applied for, awarded and disbursed are three amounts; the last follows the ledger', async () => {
    const id = idOf(await open());
    const payment = {
      ...expense(fundId, 1_500n),
      toAccount: 'USE:PUBLIC_FACILITY',
      code: 'GRANT_PAYMENT' as const,
      sourceRef: { type: 'Grant', id },
    };
    await expect(funds.post([payment])).rejects.toMatchObject({ code: 'RULE_VIOLATED' });
    await move(id, 'APPROVED', { awardedFen: '4000' });
    await funds.post([payment]);
    await funds.post([payment], { state: 'PENDING' });
    await expect(funds.post([payment])).rejects.toMatchObject({ code: 'ACCOUNT_OVERDRAWN' });
    const { data } = await funds.ask(
      'query ($id: ID!) { grant(id: $id) { appliedFen awardedFen disbursedFen } }',
      { id },
    );
    expect(data).toEqual({
      grant: { appliedFen: '5000', awardedFen: '4000', disbursedFen: '1500' },
    });
  });

  test('of another fund cannot be paid by this one', async () => {
    const other = await funds.newFund();
    const id = idOf(await open({ fundId: other }));
    await move(id, 'APPROVED', { awardedFen: '4000' });
    const payment = {
      ...expense(fundId, 1n),
      toAccount: 'USE:PUBLIC_FACILITY',
      code: 'GRANT_PAYMENT' as const,
      sourceRef: { type: 'Grant', id },
    };
    await expect(funds.post([payment])).rejects.toMatchObject({ code: 'PLACE_MISMATCH' });
  });

  test('takes place from its first day under way to the day it is closed', async () => {
    const [begun, closed] = ['2026-01-01T00:00:00+08:00', '2026-02-01T00:00:00+08:00'];
    const id = idOf(await open({ effectiveAt: begun }));
    await move(id, 'APPROVED', { awardedFen: '1', effectiveAt: begun });
    await move(id, 'IMPLEMENTATION', { effectiveAt: begun });
    await move(id, 'FINALISATION', { effectiveAt: closed });
    expect(await move(id, 'CLOSED', { effectiveAt: closed })).toEqual({
      record: { state: 'CLOSED', awardedFen: '1', actualPeriod: { from: begun, to: closed } },
      userErrors: [],
    });
    expect(await move(id, 'IMPLEMENTATION')).toMatchObject({
      userErrors: [{ code: 'MOVE_NOT_ALLOWED' }],
    });
  });

  test('says what became of its steps', async () => {
    const id = idOf(await open({ milestones: [{ name: '选址' }] }));
    const update = (over: object, options?: Parameters<typeof writeAs>[3]) =>
      writeAs(
        funds,
        'moveMilestone',
        { grantId: id, position: 1, state: 'MET', ...over },
        { select: 'milestones { state metOn plannedOn }', ...options },
      );
    expect(await update({})).toMatchObject({
      userErrors: [{ code: 'RULE_VIOLATED', field: 'metOn' }],
    });
    expect(await update({ state: 'NOT_MET', metOn: '2026-01' })).toMatchObject({
      userErrors: [{ code: 'RULE_VIOLATED', field: 'metOn' }],
    });
    expect(await update({ position: 2, metOn: '2026-01' })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', field: 'position' }],
    });
    expect(await update({ metOn: '2026-01' }, foreign)).toMatchObject({
      userErrors: [{ code: 'NOT_AUTHORISED' }],
    });
    expect(await update({ metOn: '2026-01', plannedOn: '2026-02' })).toEqual({
      record: { milestones: [{ state: 'MET', metOn: '2026-01', plannedOn: '2026-02' }] },
      userErrors: [],
    });
  });

  test('is refused to an officer of another district', async () => {
    expect(await open({}, foreign)).toMatchObject({ userErrors: [{ code: 'NOT_AUTHORISED' }] });
    expect(await move(idOf(await open()), 'CANCELLED', {}, foreign)).toMatchObject({
      userErrors: [{ code: 'NOT_AUTHORISED' }],
    });
  });
});
