import { workflowSourceId, type Coverage, type SeedRecord } from '@linju/kit';

import { sharedTables } from '../tables/shared-tables.js';
import { recordOf } from './record-of.js';

/**
 * How much of the funds of 荷塘区 is recorded here: one fund and what it received, nothing of what it
 * spent. So ratios stand marked as partial, sums are lower bounds, and a balance is not known. What
 * is not listed is NONE.
 */
export const coverage = (): readonly SeedRecord[] => [
  coverageRecord('Fund', 'PARTIAL'),
  coverageRecord('Transfer inflow', 'PARTIAL'),
  coverageRecord('Transfer outflow', 'NONE'),
];

const districtCode = '430202';

const coverageRecord = (recordKind: string, degree: Coverage): SeedRecord =>
  recordOf({
    type: 'Coverage',
    id: `${districtCode}/${recordKind}`,
    districtCode,
    table: sharedTables.coverage,
    row: { districtCode, recordKind, coverage: degree },
    provenance: { sourceId: workflowSourceId, method: 'RECORDED' },
  });
