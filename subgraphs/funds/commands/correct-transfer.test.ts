import { anonymous, officerOf } from '@linju/kit';
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

const correctTransfer = /* GraphQL */ `
  mutation ($input: CorrectTransferInput!) {
    correctTransfer(input: $input) {
      transfers {
        id
        code
        amountFen
        phase
        channel
        purpose
        effectiveAt
        correctionNote
        fromAccount {
          code
        }
        toAccount {
          code
        }
        corrects {
          id
          correctedBy {
            id
          }
        }
      }
      userErrors {
        field
        code
        message
      }
    }
  }
`;

let funds: TestFunds;
beforeAll(async () => {
  funds = await startFunds();
});
afterAll(async () => {
  expect((await verifyLedger(funds.database)).faults).toEqual([]);
  await funds[Symbol.asyncDispose]();
});

interface Corrected {
  readonly transfers: readonly { readonly id: string }[] | null;
  readonly userErrors: readonly object[];
}

async function correct(
  transferId: string,
  over: object = {},
  viewer = officer,
): Promise<Corrected> {
  const input = { idempotencyKey: newKey(), transferId, correctionNote: '金额有误', ...over };
  const { data, errors } = await funds.ask(correctTransfer, { input }, viewer);
  expect(errors).toBeUndefined();
  return data?.['correctTransfer'] as Corrected;
}

test('a mistake is taken back by its mirror, and what is right stands in its place', async () => {
  const fundId = await funds.newFund();
  const cash = `FUND:${fundId}:CASH`;
  const late = { effectiveAt: new Date('2024-05-06T00:00:00+08:00'), note: '补录' };
  const [transferId = ''] = await funds.post([
    { ...donation(fundId, 1_000n), channel: 'DIRECTED', ...late },
  ]);
  const right = {
    fromAccount: 'WORLD:PUBLIC',
    toAccount: cash,
    amountFen: '100',
    code: 'DONATION',
    effectiveAt: '2024-05-07T00:00:00+08:00',
  };
  const { transfers, userErrors } = await correct(transferId, { replacement: right });
  expect(userErrors).toEqual([]);
  const told = {
    correctionNote: '金额有误',
    corrects: { id: transferId, correctedBy: { id: transfers?.[0]?.id } },
  };
  expect(transfers).toEqual([
    {
      ...told,
      id: expect.stringMatching(/^transfer_/),
      code: 'CORRECTION',
      amountFen: '1000',
      phase: 'OPERATING',
      channel: 'DIRECTED',
      purpose: null,
      // It never was true: so it is taken back from the moment it was said to be.
      effectiveAt: '2024-05-06T00:00:00+08:00',
      fromAccount: { code: cash },
      toAccount: { code: 'WORLD:PUBLIC' },
    },
    {
      ...told,
      id: expect.stringMatching(/^transfer_/),
      code: 'DONATION',
      amountFen: '100',
      phase: 'OPERATING',
      channel: 'NOT_STATED',
      purpose: null,
      effectiveAt: '2024-05-07T00:00:00+08:00',
      fromAccount: { code: 'WORLD:PUBLIC' },
      toAccount: { code: cash },
    },
  ]);
});

test('figures take off what was corrected, and still tell what was known before', async () => {
  const fundId = await funds.newFund();
  const [transferId = ''] = await funds.post([
    { ...donation(fundId, 1_000n), channel: 'DIRECTED' },
    donation(fundId, 50n),
  ]);
  const { data: before } = await funds.ask(
    'query ($id: ID!) { transfer(id: $id) { recordedAt } }',
    { id: transferId },
  );
  const { recordedAt } = before?.['transfer'] as { readonly recordedAt: string };
  await correct(transferId);
  const { data } = await funds.ask(
    `query ($id: ID!, $knownAt: Instant!) { fund(id: $id) {
      now: inflowByChannel { value parts { key numerator } }
      known: inflowByChannel(knownAt: $knownAt) { value }
    } }`,
    { id: fundId, knownAt: recordedAt },
  );
  expect(data?.['fund']).toEqual({
    now: { value: 50, parts: [{ key: 'NOT_STATED', numerator: '50' }] },
    known: { value: 1_050 },
  });
});

test('a payment that is taken back frees its outcome and its grant', async () => {
  const fundId = await funds.newFund();
  await funds.post([donation(fundId, 100n)]);
  const outcomes = [{ type: 'Event' as const, id: 'event_fixture_correct', weightBps: 10_000 }];
  const [transferId = ''] = await funds.post([{ ...expense(fundId, 10n), outcomes }]);
  const again = () => funds.post([{ ...expense(fundId, 10n), outcomes }]);
  await expect(again()).rejects.toMatchObject({ code: 'RULE_VIOLATED' });
  expect(await correct(transferId)).toMatchObject({ userErrors: [] });
  expect(await again()).toHaveLength(1);
});

describe('a correction is refused', () => {
  test('of a transfer that was corrected', async () => {
    const [transferId = ''] = await funds.post([donation(await funds.newFund(), 10n)]);
    await correct(transferId);
    expect(await correct(transferId)).toMatchObject({
      transfers: null,
      userErrors: [{ code: 'TRANSFER_ALREADY_CORRECTED', field: 'transferId' }],
    });
  });

  test('of a correction', async () => {
    const [transferId = ''] = await funds.post([donation(await funds.newFund(), 10n)]);
    const { transfers } = await correct(transferId);
    expect(await correct(transfers![0]!.id)).toMatchObject({
      userErrors: [{ code: 'RULE_VIOLATED' }],
    });
  });

  test('of a transfer that is pending', async () => {
    const [transferId = ''] = await funds.post([donation(await funds.newFund(), 10n)], {
      state: 'PENDING',
    });
    expect(await correct(transferId)).toMatchObject({ userErrors: [{ code: 'RULE_VIOLATED' }] });
  });

  test('when the money was spent', async () => {
    const fundId = await funds.newFund();
    const [transferId = ''] = await funds.post([donation(fundId, 10n), expense(fundId, 1n)]);
    expect(await correct(transferId)).toMatchObject({
      userErrors: [{ code: 'ACCOUNT_OVERDRAWN' }],
    });
  });

  test('without a note', async () => {
    const [transferId = ''] = await funds.post([donation(await funds.newFund(), 10n)]);
    expect(await correct(transferId, { correctionNote: ' ' })).toMatchObject({
      userErrors: [{ code: 'BAD_USER_INPUT', field: 'correctionNote' }],
    });
  });

  test('of a transfer that is not there', async () => {
    expect(await correct('transfer_fixture_none')).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND' }],
    });
    expect(await correct('fund_fixture_none')).toMatchObject({
      userErrors: [{ code: 'BAD_USER_INPUT' }],
    });
  });

  test('with a replacement that is wrong itself, and nothing is taken back', async () => {
    const fundId = await funds.newFund();
    const [transferId = ''] = await funds.post([donation(fundId, 10n)]);
    const wrong = {
      fromAccount: 'WORLD:PUBLIC',
      toAccount: `FUND:${fundId}:CASH`,
      amountFen: '0',
      code: 'DONATION',
    };
    expect(await correct(transferId, { replacement: wrong })).toMatchObject({
      userErrors: [{ code: 'AMOUNT_REFUSED', field: 'replacement.amountFen' }],
    });
    expect(await correct(transferId)).toMatchObject({ userErrors: [] });
  });

  test.each([
    ['anonymous callers', anonymous],
    ['officers of another district', officerOf(otherDistrict)],
  ])('to %s', async (_, viewer) => {
    const [transferId = ''] = await funds.post([donation(await funds.newFund(), 10n)]);
    expect(await correct(transferId, {}, viewer)).toMatchObject({
      userErrors: [{ code: 'NOT_AUTHORISED' }],
    });
  });
});

test('money that touches no fund is corrected in its district’s own chain', async () => {
  const line = {
    fromAccount: 'WORLD:GOVERNMENT',
    toAccount: `GOV:${district}:BENEFIT`,
    amountFen: 5n,
    code: 'GOVERNMENT_GRANT' as const,
  };
  const [transferId = ''] = await funds.post([line]);
  expect(await correct(transferId)).toMatchObject({ userErrors: [] });
  expect(
    await funds.sql(`select count(*)::int from funds.ledger_link where ledger_id = '${district}'`),
  ).toEqual([[2]]);
});
