import { shanghaiMidnight, type SeedFigure, type SeedRecord } from '@linju/kit';
import type { InferSelectModel } from 'drizzle-orm';

import { findingProvenance, findingsOf } from '../commands/assess-fund.js';
import { accountsOf, headOf } from '../commands/open-fund.js';
import type { SeedTransfer } from '../commands/plant-transfers.js';
import { accountTable } from '../tables/account-table.js';
import { complianceFindingTable } from '../tables/compliance-finding-table.js';
import { fundTable } from '../tables/fund-table.js';
import { ledgerHeadTable } from '../tables/ledger-tables.js';
import { recordOf } from './record-of.js';

// 野鸭冲社区公益基金, as S3 tells of it. A fact stated for a span takes effect on the span's last day, 00:00:
// "in the first half of 2024" on 2024-06-30, "from the launch to about 20 September" on 2024-09-20.

const key = { id: 'fund_seed_yeyachong', districtCode: '430202' } as const;
const statedInS3 = { sourceId: 'source_seed_s3', method: 'REPORTED' } as const;

const endOfFirstHalf = shanghaiMidnight('2024-06-30');
const launch = shanghaiMidnight('2024-07-04');
const lastDayTold = shanghaiMidnight('2024-09-20');
const guidelineInForce = shanghaiMidnight('2025-01-01');

const fundRow: InferSelectModel<typeof fundTable> = {
  ...key,
  name: '野鸭冲社区公益基金',
  aliases: ['野鸭冲社区基金'],
  kind: 'COMMUNITY_CHARITY_FUND',
  streetCode: '430202001',
  communityId: 'community_seed_yeyachong',
  // Which charity holds the money is not stated, nor under which policy.
  hostCharityId: null,
  policyId: null,
  // Initiated in the first half of 2024 and launched on 4 July: two dates (T02).
  initiatedAt: '2024',
  launchedOn: '2024-07-04',
  state: 'OPEN',
  // 25家爱心单位及个人: how many of each is not stated, and is not guessed (T14).
  foundersValue: 25,
  foundersQualifier: 'EXACT',
  foundersUnit: 'UNIT_OR_PERSON',
  committeeMembers: null,
  committeeUnpaid: null,
  committeeSupervisors: null,
  fundraisingKind: 'NOT_STATED',
  purposes: ['HARDSHIP_RELIEF', 'PUBLIC_FACILITY', 'ORGANISATION_BUILDING'],
  inflowChannels: ['DIRECTED', 'CONSUMPTION', 'MONTHLY', 'SERVICE', 'GOODS_SALE'],
};

const figures: readonly SeedFigure[] = [
  // GF01
  {
    key: 'founders',
    value: 25,
    unit: 'UNIT_OR_PERSON',
    asOf: launch,
    provenance: { ...statedInS3, asOf: launch, rawText: '25家爱心单位及个人' },
  },
  // GF02
  {
    key: 'foundingDonation',
    value: 10_050_000,
    unit: 'FEN',
    periodFrom: shanghaiMidnight('2024-01-01'),
    periodTo: shanghaiMidnight('2024-07-01'),
    provenance: { ...statedInS3, asOf: endOfFirstHalf },
  },
  // GF03: to about 20 September, which is where the source stands.
  {
    key: 'selfGenerated',
    value: 422_200,
    unit: 'FEN',
    periodFrom: launch,
    periodTo: shanghaiMidnight('2024-09-21'),
    provenance: { ...statedInS3, asOf: lastDayTold, confidence: 'MEDIUM' },
  },
];

/** The fund with its accounts and empty ledger, and what the rules find of it. */
export const yeyachongFund = (recordedAt: Date): readonly SeedRecord[] => [
  recordOf({
    type: 'Fund',
    ...key,
    table: fundTable,
    row: fundRow,
    beside: [
      ...accountsOf(key).map((row) => ({ table: accountTable, row })),
      { table: ledgerHeadTable, row: headOf(key) },
    ],
    provenance: { ...statedInS3, asOf: lastDayTold },
    transitions: [
      { from: null, to: 'PREPARING', effectiveAt: endOfFirstHalf },
      { from: 'PREPARING', to: 'OPEN', effectiveAt: launch },
    ],
    reportedFigures: figures,
  }),
  ...findings(recordedAt),
];

// What is known of the fund on the first day of the guideline: its name, and nothing that decides
// another rule.
const findings = (recordedAt: Date): readonly SeedRecord[] =>
  findingsOf(fundRow, null).map((finding) => {
    const id = `compliancefinding_seed_yeyachong_${finding.rule.toLowerCase()}`;
    return recordOf({
      type: 'ComplianceFinding',
      id,
      districtCode: key.districtCode,
      table: complianceFindingTable,
      row: { ...finding, id, asOf: guidelineInForce, recordedAt },
      provenance: { ...findingProvenance, asOf: guidelineInForce },
    });
  });

/**
 * The two transfers of the fund. The founding money was directed (定向捐); what came since the launch
 * is not split by channel, so it is one transfer with the channel NOT_STATED (T17). The same channel
 * can stand in both phases (T03), so each says its phase.
 */
export const yeyachongTransfers: readonly SeedTransfer[] = [
  {
    id: 'transfer_seed_yeyachong_founding',
    setId: 'transferset_seed_yeyachong_founding',
    districtCode: key.districtCode,
    line: {
      fromAccount: 'WORLD:UNIT_OR_INDIVIDUAL',
      toAccount: `FUND:${key.id}:CASH`,
      amountFen: 10_050_000n,
      code: 'DONATION',
      channel: 'DIRECTED',
      phase: 'FOUNDING',
      effectiveAt: endOfFirstHalf,
    },
    provenance: { ...statedInS3, asOf: endOfFirstHalf },
  },
  {
    id: 'transfer_seed_yeyachong_operating',
    setId: 'transferset_seed_yeyachong_operating',
    districtCode: key.districtCode,
    line: {
      fromAccount: 'WORLD:UNIT_OR_INDIVIDUAL',
      toAccount: `FUND:${key.id}:CASH`,
      amountFen: 422_200n,
      code: 'DONATION',
      channel: 'NOT_STATED',
      phase: 'OPERATING',
      effectiveAt: lastDayTold,
    },
    provenance: { ...statedInS3, asOf: lastDayTold },
  },
];
