import type { SeedRecord } from '@linju/kit';
import type { InferInsertModel } from 'drizzle-orm';

import { policyInstrumentTable } from '../tables/policy-instrument-table.js';
import { recordOf } from './record-of.js';
import { reportedIn, statedIn, type SeedProvenance } from './seed-provenance.js';

/** The rule books that other subgraphs act on. What was taken from each: docs/sources.md. */
export const policyInstruments = (): readonly SeedRecord[] => [
  // The document names 荷塘区 as the issuer and no body of it; 荷塘区委社会工作部 only carries it out.
  // Nor does it state a number or the days it holds.
  policyRecord(
    {
      id: 'policyinstrument_seed_hetang_partner_rules',
      title: '荷塘区“社区合伙人”参与城乡社区发展治理工作实施细则(试行)',
      scopeCode: '430202',
      trial: true,
      basisFor: [],
    },
    statedIn('s4'),
  ),
  policyRecord(
    {
      id: 'policyinstrument_seed_hunan_fund_guideline',
      title: '湖南省社区慈善基金设立运行指引(试行)',
      issuerId: 'organisation_seed_hunan_civil_affairs',
      scopeCode: '430000',
      trial: true,
      effectiveFrom: '2025-01-01',
      effectiveTo: '2026-12-31',
      basisFor: ['R1', 'R2', 'R3', 'R4', 'R5', 'R6', 'R7', 'R8', 'R9', 'R10'],
    },
    reportedIn('source_seed_hunan_fund_guideline'),
  ),
];

const policyRecord = (
  row: InferInsertModel<typeof policyInstrumentTable>,
  provenance: SeedProvenance,
): SeedRecord =>
  recordOf({
    type: 'PolicyInstrument',
    id: row.id,
    // A policy of the whole province belongs to no one district.
    districtCode: row.scopeCode.endsWith('00') ? null : row.scopeCode,
    table: policyInstrumentTable,
    row,
    provenance,
  });
