import { anonymous, fixedClock, newUlidId, systemClock } from '@linju/kit';
import { expect, test } from 'vitest';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import { blueprint } from '../index.js';
import { verifyLedger } from '../loaders/verify-ledger.js';
import { startFunds } from '../test-support/start-funds.js';

const question = /* GraphQL */ `
  query ($asOf: Instant!, $launch: Instant!, $found: Instant!) {
    fund(id: "fund_seed_yeyachong") {
      name
      initiatedAt
      launchedOn
      state
      fundraisingKind
      founders {
        value
        unit
        qualifier
      }
      purposes {
        code
        label {
          zh
        }
      }
      inflowChannels {
        code
        label {
          zh
        }
      }
      community {
        id
      }
      transfers(first: 10) {
        nodes {
          id
          amountFen
          phase
          channel
          state
          imported
          effectiveAt
          donorKind
          donor {
            name
          }
        }
      }
      founding: transfers(first: 10, phase: FOUNDING, channel: DIRECTED) {
        nodes {
          amountFen
        }
      }
      selfGeneration(asOf: $asOf) {
        value
        numerator
        denominator
        qualifier
        reasonIfNull
        completeness {
          subgraph
          state
          coverage
        }
      }
      strict: selfGeneration(variant: STRICT, asOf: $asOf) {
        value
        reasonIfNull
      }
      unrelated: selfGeneration(variant: UNRELATED, asOf: $asOf) {
        value
        reasonIfNull
      }
      atLaunch: selfGeneration(asOf: $launch) {
        value
        numerator
        denominator
        reasonIfNull
      }
      strictAtLaunch: selfGeneration(variant: STRICT, asOf: $launch) {
        value
      }
      perDay: selfGeneratedPerDay(asOf: $asOf) {
        numerator
        denominator
        unit
      }
      perDayLatest: selfGeneratedPerDay {
        value
      }
      inflowByChannel(asOf: $asOf) {
        value
        parts {
          key
          label {
            zh
          }
          numerator
          denominator
        }
      }
      before: complianceFindings(asOf: $asOf) {
        rule
      }
      complianceFindings(asOf: $found) {
        rule
        result
        policy {
          id
        }
      }
    }
  }
`;

const times = {
  asOf: '2024-09-21T00:00:00+08:00',
  launch: '2024-07-04T00:00:00+08:00',
  found: '2025-01-01T00:00:00+08:00',
};

test('Q2: the fund that makes its own blood', async () => {
  await using funds = await startFunds();
  const { data, errors } = await funds.ask(question, times, anonymous);
  expect(errors).toBeUndefined();
  expect(data?.['fund']).toEqual({
    name: '野鸭冲社区公益基金',
    initiatedAt: '2024',
    launchedOn: '2024-07-04',
    state: 'OPEN',
    fundraisingKind: 'NOT_STATED',
    founders: { value: 25, unit: 'UNIT_OR_PERSON', qualifier: 'EXACT' },
    purposes: [
      { code: 'HARDSHIP_RELIEF', label: { zh: '扶贫帮困' } },
      { code: 'PUBLIC_FACILITY', label: { zh: '公共服务设施建设' } },
      { code: 'ORGANISATION_BUILDING', label: { zh: '组织培育' } },
    ],
    inflowChannels: [
      { code: 'DIRECTED', label: { zh: '定向捐' } },
      { code: 'CONSUMPTION', label: { zh: '消费捐' } },
      { code: 'MONTHLY', label: { zh: '月月捐' } },
      { code: 'SERVICE', label: { zh: '服务捐' } },
      { code: 'GOODS_SALE', label: { zh: '慈善超市义卖' } },
    ],
    community: { id: 'community_seed_yeyachong' },
    transfers: {
      nodes: [
        {
          id: 'transfer_seed_yeyachong_founding',
          amountFen: '10050000',
          phase: 'FOUNDING',
          channel: 'DIRECTED',
          state: 'POSTED',
          imported: true,
          effectiveAt: '2024-06-30T00:00:00+08:00',
          donorKind: 'UNIT_OR_INDIVIDUAL',
          donor: null,
        },
        {
          id: 'transfer_seed_yeyachong_operating',
          amountFen: '422200',
          phase: 'OPERATING',
          channel: 'NOT_STATED',
          state: 'POSTED',
          imported: true,
          effectiveAt: '2024-09-20T00:00:00+08:00',
          donorKind: 'UNIT_OR_INDIVIDUAL',
          donor: null,
        },
      ],
    },
    founding: { nodes: [{ amountFen: '10050000' }] },
    selfGeneration: {
      value: 422_200 / 10_472_200,
      numerator: '422200',
      denominator: '10472200',
      qualifier: 'EXACT',
      reasonIfNull: null,
      completeness: [{ subgraph: 'funds', state: 'OK', coverage: 'PARTIAL' }],
    },
    strict: { value: null, reasonIfNull: 'NOT_STATED' },
    unrelated: { value: null, reasonIfNull: 'NOT_STATED' },
    atLaunch: { value: 0, numerator: '0', denominator: '10050000', reasonIfNull: null },
    strictAtLaunch: { value: 0 },
    perDay: { numerator: '422200', denominator: '78', unit: 'FEN' },
    perDayLatest: { value: 422_200 / 78 },
    inflowByChannel: {
      value: 10_472_200,
      parts: [
        {
          key: 'DIRECTED',
          label: { zh: '定向捐' },
          numerator: '10050000',
          denominator: '10472200',
        },
        {
          key: 'NOT_STATED',
          label: { zh: '未说明' },
          numerator: '422200',
          denominator: '10472200',
        },
      ],
    },
    before: [],
    complianceFindings: ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'R10'].map(
      (rule) => ({
        rule,
        result: rule === 'R8' ? 'NOT_MET' : 'UNKNOWN',
        policy: { id: 'policyinstrument_seed_hunan_fund_guideline' },
      }),
    ),
  });
});

test('what the source states stands beside the records: GF01 to GF03, DC1, DC3 and DC11', async () => {
  await using funds = await startFunds();
  const { data } = await funds.ask(`{ fund(id: "fund_seed_yeyachong") {
    reportedFigures { key kind quantity { value qualifier unit } period { from to } asOf }
    selfGeneration { value } selfGeneratedPerDay { value }
    transitions { from to at } provenance { method source { id } } } }`);
  const fund = data?.['fund'] as {
    readonly reportedFigures: readonly { readonly quantity: { readonly value: number } }[];
    readonly selfGeneration: { readonly value: number };
    readonly selfGeneratedPerDay: { readonly value: number };
  };
  expect(fund).toMatchObject({
    reportedFigures: [
      {
        key: 'founders',
        kind: 'FACT',
        quantity: { value: 25, qualifier: 'EXACT', unit: 'UNIT_OR_PERSON' },
        period: null,
        asOf: '2024-07-04T00:00:00+08:00',
      },
      {
        key: 'foundingDonation',
        quantity: { value: 10_050_000, qualifier: 'EXACT', unit: 'FEN' },
        period: { from: '2024-01-01T00:00:00+08:00', to: '2024-07-01T00:00:00+08:00' },
      },
      {
        key: 'selfGenerated',
        quantity: { value: 422_200, qualifier: 'EXACT', unit: 'FEN' },
        period: { from: '2024-07-04T00:00:00+08:00', to: '2024-09-21T00:00:00+08:00' },
      },
    ],
    transitions: [
      { from: null, to: 'PREPARING', at: '2024-06-30T00:00:00+08:00' },
      { from: 'PREPARING', to: 'OPEN', at: '2024-07-04T00:00:00+08:00' },
    ],
    provenance: { method: 'REPORTED', source: { id: 'source_seed_s3' } },
  });
  const [founders, founding] = fund.reportedFigures.map(({ quantity }) => quantity.value);
  expect((fund.selfGeneration.value * 100).toFixed(4)).toBe('4.0316');
  expect((fund.selfGeneratedPerDay.value / 100).toFixed(2)).toBe('54.13');
  expect(founding! / founders!).toBe(402_000);
});

test('the same history gives the same chain, whenever and wherever it is planted', async () => {
  const hashes = async (at: string) => {
    await using funds = await startFunds({ seeded: false });
    const { database } = funds;
    const clock = fixedClock(new Date(at));
    await blueprint.seed({ database, clock, newId: newUlidId }, () => {});
    return funds.sql(
      'select ledger_id, position, hash from funds.ledger_link order by ledger_id, position',
    );
  };
  const first = await hashes('2026-01-01T00:00:00Z');
  expect(first).toEqual(await hashes('2027-02-03T04:05:06Z'));
  expect(first).toEqual([
    ['fund_seed_yeyachong', 1n, expect.stringMatching(/^[0-9a-f]{64}$/)],
    ['fund_seed_yeyachong', 2n, expect.stringMatching(/^[0-9a-f]{64}$/)],
  ]);
});

test('seeding twice changes nothing and tells nobody, and the ledger holds', async () => {
  await using funds = await startFunds();
  const { database } = funds;
  const told = 'select count(*)::int from funds.outbox';
  const before = await funds.sql(told);
  const progress: number[] = [];
  const total = await blueprint.seed({ database, clock: systemClock, newId: newUlidId }, (done) =>
    progress.push(done),
  );
  expect(progress.at(-1)).toBe(total);
  expect(await funds.sql(told)).toEqual(before);
  expect(await verifyLedger(database)).toEqual({
    transfers: 2,
    sets: 2,
    ledgers: 1,
    differenceFen: 0n,
    erased: 0,
    faults: [],
  });
});

test('no balance is shown where what was spent is not recorded', async () => {
  await using funds = await startFunds();
  const { data } = await askSubgraph(
    funds.door,
    '{ account(code: "FUND:fund_seed_yeyachong:CASH") { kind balances { postedIn } balancesReasonIfNull } }',
  );
  expect(data).toEqual({
    account: { kind: 'FUND_CASH', balances: null, balancesReasonIfNull: 'SOURCE_MISSING' },
  });
});
