import type { PartialDate, SeedRecord } from '@linju/kit';

import type { FunctionalAreaKind } from '../rules/functional-area-kind.js';
import {
  functionalAreaOverlapTable,
  functionalAreaTable,
} from '../tables/functional-area-tables.js';
import { recordOf } from './record-of.js';
import { registeredIn, statedIn, type SeedProvenance } from './seed-provenance.js';

/** The zones that share land with districts. A record counts for the district, never for the zone. */
export const functionalAreas = (): readonly SeedRecord[] => facts.map(functionalAreaRecord);

interface FunctionalAreaFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: FunctionalAreaKind;
  readonly city: string;
  /** The district its records count for. Absent: no source names one. */
  readonly primary?: string;
  readonly validTo?: PartialDate;
  readonly from: SeedProvenance;
}

function functionalAreaRecord(facts: FunctionalAreaFacts): SeedRecord {
  const { id, name, kind, city, primary = null, validTo = null, from } = facts;
  // No source tells of a second district that one of them reaches into.
  const overlaps = primary === null ? [] : [{ functionalAreaId: id, districtCode: primary }];
  return recordOf({
    type: 'FunctionalArea',
    id,
    districtCode: null,
    table: functionalAreaTable,
    row: { id, name, kind, cityCode: city, primaryDistrictCode: primary, validTo },
    beside: overlaps.map((row) => ({ table: functionalAreaOverlapTable, row })),
    provenance: from,
  });
}

const facts: readonly FunctionalAreaFacts[] = [
  // Named for its traffic police only; no document says which districts it reaches into.
  {
    id: 'functionalarea_seed_xiangjiang_new_area',
    name: '湘江新区',
    kind: 'NEW_AREA',
    city: '430100',
    from: statedIn('s0'),
  },
  // It shares its offices with the district: 株洲高新区(天元区).
  {
    id: 'functionalarea_seed_zhuzhou_hightech',
    name: '株洲高新区',
    kind: 'HIGH_TECH_ZONE',
    city: '430200',
    primary: '430211',
    from: statedIn('s3'),
  },
  // A stop on the tour of an office of 石峰区; that it lies there is our reading.
  {
    id: 'functionalarea_seed_zhijiaocheng',
    name: '职教城',
    kind: 'VOCATIONAL_TOWN',
    city: '430200',
    primary: '430204',
    from: statedIn('s4', { confidence: 'MEDIUM' }),
  },
  // Known from the code lists alone. That its code 430271 left them says nothing of the zone's own end,
  // which no source states.
  {
    id: 'functionalarea_seed_yunlong',
    name: '云龙示范区',
    kind: 'DEMONSTRATION_ZONE',
    city: '430200',
    primary: '430204',
    from: registeredIn('source_seed_nbs_2023', '2021-10-31'),
  },
];
