import type { SeedRecord } from '@linju/kit';

import type { OrganisationKind } from '../rules/organisation-kind.js';
import { organisationNameTable, organisationTable } from '../tables/organisation-tables.js';
import { associations } from './associations.js';
import { enterprises } from './enterprises.js';
import { publicBodiesOfChangsha } from './public-bodies-of-changsha.js';
import { publicBodiesOfZhuzhou } from './public-bodies-of-zhuzhou.js';
import { recordOf } from './record-of.js';
import type { SeedProvenance } from './seed-provenance.js';

/**
 * The bodies that the documents name: one record each, whatever roles it plays, and no record for a
 * body without a name (hotels, bars, shops). No code of any register is stated, so none is stored.
 */
export const organisations = (): readonly SeedRecord[] =>
  [...publicBodiesOfChangsha, ...publicBodiesOfZhuzhou, ...associations, ...enterprises].map(
    organisationRecord,
  );

/**
 * What the documents say of one body. The name is as printed; where print leaves out the place before
 * 市, 区 or 省, the name has it and `alsoPrinted` keeps the short form.
 */
export interface OrganisationFacts {
  readonly id: string;
  readonly name: string;
  readonly alsoPrinted?: readonly string[];
  readonly kind: OrganisationKind;
  /** The body it is part of, which must stand before it. */
  readonly parent?: string;
  /** The district it sits in. Absent: it works for a city or wider, or the seat is not stated. */
  readonly seat?: string;
  readonly from: SeedProvenance;
}

function organisationRecord(facts: OrganisationFacts): SeedRecord {
  const { id, name, alsoPrinted = [], kind, parent = null, seat = null, from } = facts;
  return recordOf({
    type: 'Organisation',
    id,
    districtCode: seat,
    table: organisationTable,
    row: { id, name, kind, parentId: parent, seatDistrictCode: seat },
    beside: alsoPrinted.map((otherName) => ({
      table: organisationNameTable,
      row: { organisationId: id, name: otherName },
    })),
    provenance: from,
  });
}
