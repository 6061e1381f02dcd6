import type { SeedRecord } from '@linju/kit';

import { sharedTables } from '../tables/shared-tables.js';
import { recordOf } from './record-of.js';
import { enteredHere } from './seed-provenance.js';

// The documents name some of each and list none completely. Of other kinds (agreements, services, needs) they
// name nothing: no entry is NONE.
const partialKinds = [
  'PartnerScheme',
  'Partner',
  'Membership',
  'PartnerProject',
  'Distribution',
] as const;

/** Says of which districts the seed holds records of which kind; worked out from the records themselves. */
export const coverage = (records: readonly SeedRecord[]): readonly SeedRecord[] =>
  partialKinds.flatMap((kind) =>
    districtsWith(kind, records).map((districtCode) =>
      recordOf({
        type: 'Coverage',
        id: `${districtCode}/${kind}`,
        districtCode,
        table: sharedTables.coverage,
        row: { districtCode, recordKind: kind, coverage: 'PARTIAL' },
        provenance: enteredHere,
      }),
    ),
  );

function districtsWith(kind: string, records: readonly SeedRecord[]): readonly string[] {
  const codes = records
    .filter(({ type }) => type === kind)
    .flatMap(({ districtCode }) => districtCode ?? []);
  return [...new Set(codes)].sort();
}
