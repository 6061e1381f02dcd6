import { officerOf } from '@linju/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import {
  district,
  otherDistrict,
  startFunds,
  type TestFunds,
} from '../test-support/start-funds.js';
import { writeAs } from '../test-support/write-as.js';

// Benefit money and what is published: recordBudgetLine, scheduleDisclosure, publishDisclosure, correctDisclosure.

let funds: TestFunds;
let fundId: string;
beforeAll(async () => {
  funds = await startFunds();
  fundId = await funds.newFund();
});
afterAll(async () => {
  await funds[Symbol.asyncDispose]();
});

const foreign = { viewer: officerOf(otherDistrict) };
const idOf = ({ record }: Awaited<ReturnType<typeof writeAs>>): string => String(record?.['id']);

describe('a line of benefit money', () => {
  const set = (over: object = {}, options?: Parameters<typeof writeAs>[3]) =>
    writeAs(
      funds,
      'recordBudgetLine',
      {
        place: district,
        year: 2026,
        phase: 'APPROVED',
        functionalCode: '2120399',
        economicCode: '30299',
        purpose: 'PUBLIC_FACILITY',
        amountFen: '100',
        ...over,
      },
      options,
    );

  test('is kept as it was set', async () => {
    const select =
      'id place { __typename } year phase functionalCode economicCode purpose amountFen provenance { method }';
    expect(await set({ place: `${district}001`, amountFen: '0' }, { select })).toEqual({
      record: {
        id: expect.stringMatching(/^budgetline_/),
        place: { __typename: 'Street' },
        year: 2026,
        phase: 'APPROVED',
        functionalCode: '2120399',
        economicCode: '30299',
        purpose: 'PUBLIC_FACILITY',
        amountFen: '0',
        provenance: { method: 'RECORDED' },
      },
      userErrors: [],
    });
  });

  test('is final: a change is a line of its own', async () => {
    expect(await set()).toMatchObject({ userErrors: [] });
    expect(await set({ amountFen: '200' })).toMatchObject({ userErrors: [{ code: 'DUPLICATE' }] });
    expect(await set({ phase: 'ADJUSTED', amountFen: '200' })).toMatchObject({ userErrors: [] });
    expect(await set({ phase: 'ADJUSTED', amountFen: '150' })).toMatchObject({ userErrors: [] });
    const { data } = await funds.ask(
      `{ budgetLines(area: "${district}", year: 2026, phase: ADJUSTED, first: 10) { nodes { amountFen } } }`,
    );
    expect(data).toEqual({ budgetLines: { nodes: [{ amountFen: '200' }, { amountFen: '150' }] } });
  });

  test.each([
    ['of a city', { place: '990100' }, 'BAD_USER_INPUT', 'place'],
    ['of a street that is not there', { place: `${district}009` }, 'NOT_FOUND', 'streetCode'],
    ['of the year 1899', { year: 1899 }, 'BAD_USER_INPUT', 'year'],
    ['of too much', { amountFen: '1000000000001' }, 'AMOUNT_REFUSED', 'amountFen'],
    ['for no known purpose', { purpose: 'FIREWORKS' }, 'NOT_FOUND', 'purpose'],
  ])('is refused: %s', async (_, over, code, field) => {
    expect(await set(over)).toEqual({ record: null, userErrors: [{ code, field }] });
  });

  test('is refused to an officer of another district', async () => {
    expect(await set({}, foreign)).toMatchObject({ userErrors: [{ code: 'NOT_AUTHORISED' }] });
  });
});

describe('a disclosure', () => {
  const dueAt = '2026-06-01T00:00:00+08:00';
  const schedule = (over: object = {}, options?: Parameters<typeof writeAs>[3]) =>
    writeAs(
      funds,
      'scheduleDisclosure',
      { fundId, duty: 'ANNUAL_31_MAY', dueAt, ...over },
      options,
    );
  const publish = (
    disclosureId: string,
    over: object = {},
    options?: Parameters<typeof writeAs>[3],
  ) =>
    writeAs(
      funds,
      'publishDisclosure',
      { disclosureId, channels: ['ONLINE'], publishedAt: '2026-01-02T00:00:00+08:00', ...over },
      { select: 'publishedAt channels', ...options },
    );
  const correct = (
    disclosureId: string,
    over: object = {},
    options?: Parameters<typeof writeAs>[3],
  ) =>
    writeAs(
      funds,
      'correctDisclosure',
      {
        disclosureId,
        correctionNote: '数字有误',
        channels: ['MEDIA'],
        publishedAt: '2026-01-03T00:00:00+08:00',
        ...over,
      },
      { select: 'id duty publishedAt channels correctionNote correctionOf { id }', ...options },
    );

  test('is due, is published once, and is corrected beside itself', async () => {
    const subjectRef = { type: 'Grant', id: 'grant_fixture_a' };
    const scheduled = await schedule(
      { subjectRef },
      {
        select:
          'id fund { id } hostCharity { id } duty subjectRef { type id } dueAt publishedAt channels',
      },
    );
    expect(scheduled).toEqual({
      record: {
        id: expect.stringMatching(/^disclosure_/),
        fund: { id: fundId },
        hostCharity: null,
        duty: 'ANNUAL_31_MAY',
        subjectRef,
        dueAt,
        publishedAt: null,
        channels: [],
      },
      userErrors: [],
    });
    const id = idOf(scheduled);
    expect(await correct(id)).toMatchObject({
      userErrors: [{ code: 'RULE_VIOLATED', field: 'disclosureId' }],
    });
    expect(await publish(id)).toEqual({
      record: { publishedAt: '2026-01-02T00:00:00+08:00', channels: ['ONLINE'] },
      userErrors: [],
    });
    expect(await publish(id)).toMatchObject({
      userErrors: [{ code: 'RULE_VIOLATED', field: 'disclosureId' }],
    });
    expect(await correct(id)).toEqual({
      record: {
        id: expect.not.stringMatching(id),
        duty: 'ANNUAL_31_MAY',
        publishedAt: '2026-01-03T00:00:00+08:00',
        channels: ['MEDIA'],
        correctionNote: '数字有误',
        correctionOf: { id },
      },
      userErrors: [],
    });
    expect(await correct(id)).toMatchObject({
      userErrors: [{ code: 'DUPLICATE', field: 'disclosureId' }],
    });
  });

  test('may be the duty of a charity that hosts funds', async () => {
    const host = {
      fundId: null,
      hostCharityId: 'organisation_fixture_host',
      districtCode: district,
    };
    expect(await schedule(host, { select: 'fund { id } hostCharity { id }' })).toEqual({
      record: { fund: null, hostCharity: { id: 'organisation_fixture_host' } },
      userErrors: [],
    });
  });

  test.each([
    ['of nobody', { fundId: null }, 'BAD_USER_INPUT', 'fundId'],
    ['of two', { hostCharityId: 'organisation_fixture_host' }, 'BAD_USER_INPUT', 'fundId'],
    ['of a fund that is not there', { fundId: 'fund_fixture_none' }, 'NOT_FOUND', 'fundId'],
    [
      'yearly, but not by 31 May',
      { dueAt: '2026-06-30T00:00:00+08:00' },
      'BAD_USER_INPUT',
      'dueAt',
    ],
    [
      'about a rumour',
      { subjectRef: { type: 'Rumour', id: 'rumour_fixture_a' } },
      'BAD_USER_INPUT',
      'subjectRef',
    ],
  ])('is refused: %s', async (_, over, code, field) => {
    expect(await schedule(over)).toEqual({ record: null, userErrors: [{ code, field }] });
  });

  test.each([
    ['nowhere', { channels: [] }, 'channels'],
    ['ahead of time', { publishedAt: '2199-01-01T00:00:00+08:00' }, 'publishedAt'],
  ])('is not published %s', async (_, over, field) => {
    expect(await publish(idOf(await schedule()), over)).toMatchObject({
      userErrors: [{ code: 'BAD_USER_INPUT', field }],
    });
  });

  test('is refused to an officer of another district, and not found where it is not there', async () => {
    expect(await schedule({}, foreign)).toMatchObject({ userErrors: [{ code: 'NOT_AUTHORISED' }] });
    expect(await publish(idOf(await schedule()), {}, foreign)).toMatchObject({
      userErrors: [{ code: 'NOT_AUTHORISED' }],
    });
    expect(await correct(idOf(await schedule()), {}, foreign)).toMatchObject({
      userErrors: [{ code: 'NOT_AUTHORISED' }],
    });
    expect(await publish('disclosure_fixture_none')).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
  });
});
