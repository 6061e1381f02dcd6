import type { Coverage, SeedRecord } from '@linju/kit';

import { sharedTables } from '../tables/shared-tables.js';
import { recordOf } from './record-of.js';
import { enteredHere } from './seed-provenance.js';

/**
 * Says how much of each kind of record the seed holds, district by district; what is not listed is
 * NONE. Worked out from the records themselves, so that no list can forget a district.
 */
export function coverage(records: readonly SeedRecord[]): readonly SeedRecord[] {
  const districtsInForce = records.filter(
    ({ type, row }) => type === 'District' && !row['validTo'],
  );
  return [
    ...districtsInForce.map(({ id }) => coverageRecord(id, 'Street', 'FULL')),
    ...partialKinds.flatMap((kind) =>
      districtsWith(kind, records).map((code) => coverageRecord(code, kind, 'PARTIAL')),
    ),
    ...streetsWithAllCommunities.map((code) => coverageRecord(code, 'Community', 'FULL')),
  ];
}

// Of these the documents name some and list none completely.
const partialKinds = ['Community', 'Organisation', 'Facility'];

// 月塘街道 is the one street whose communities are all here. Its district stays PARTIAL, so the street
// stands under its own code; the column takes any area.
const streetsWithAllCommunities = ['430202001'];

function districtsWith(kind: string, records: readonly SeedRecord[]): readonly string[] {
  const codes = records
    .filter(({ type }) => type === kind)
    .flatMap(({ districtCode }) => districtCode ?? []);
  return [...new Set(codes)].sort();
}

const coverageRecord = (code: string, recordKind: string, degree: Coverage): SeedRecord =>
  recordOf({
    type: 'Coverage',
    id: `${code}/${recordKind}`,
    districtCode: code.slice(0, 6),
    table: sharedTables.coverage,
    row: { districtCode: code, recordKind, coverage: degree },
    provenance: enteredHere,
  });
