import { readFileSync } from 'node:fs';

import { packageFile, streetKindOf, type PartialDate, type SeedRecord } from '@linju/kit';

import type { DistrictKind } from '../rules/district-kind.js';
import { cityTable, districtTable, streetTable } from '../tables/area-tables.js';
import { recordOf } from './record-of.js';
import { registeredIn, type SeedProvenance } from './seed-provenance.js';

/**
 * The administrative units of both cities from areas.json, each level after the one above it, and the
 * code that left the list after all that are in force, since it names its replacement.
 */
export function administrativeUnits(): readonly SeedRecord[] {
  const { cities, districts, left, streets, ...list } = readRegister();
  const from = registeredIn(list.source, list.vintage.replace('NBS-', ''));
  return [
    ...cities.map((city) => cityRecord(city, from)),
    ...districts.map((district) => districtRecord(district, list.vintage, from)),
    ...left.map((district) => formerDistrictRecord(district, list.source)),
    ...streets.map((street) => streetRecord(street, list.vintage, from)),
  ];
}

interface ListedUnit {
  readonly code: string;
  readonly name: string;
}
interface NamedUnit extends ListedUnit {
  readonly nameEn: string;
}
interface ListedDistrict extends NamedUnit {
  readonly kind: DistrictKind;
}
interface FormerDistrict extends NamedUnit {
  /** The state of the last list that has it. */
  readonly lastListed: PartialDate;
  /** The state of the first list that has it no more. */
  readonly validTo: PartialDate;
  readonly replacedBy: string;
}

/** The shape of areas.json; its contents are checked by golden.test.ts. */
interface AreaRegister {
  /** Such as NBS-2023-06-30. */
  readonly vintage: string;
  readonly source: string;
  readonly cities: readonly NamedUnit[];
  readonly districts: readonly ListedDistrict[];
  readonly left: readonly FormerDistrict[];
  readonly streets: readonly ListedUnit[];
}

const readRegister = (): AreaRegister =>
  JSON.parse(readFileSync(packageFile(import.meta.url, 'seed/areas.json'), 'utf8')) as AreaRegister;

const cityRecord = ({ code, name, nameEn }: NamedUnit, provenance: SeedProvenance): SeedRecord =>
  recordOf({
    type: 'City',
    id: code,
    districtCode: null,
    table: cityTable,
    row: { code, name, nameEn },
    provenance,
  });

function districtRecord(
  { code, name, nameEn, kind }: ListedDistrict,
  codeVintage: string,
  provenance: SeedProvenance,
): SeedRecord {
  const cityCode = `${code.slice(0, 4)}00`;
  return recordOf({
    type: 'District',
    id: code,
    districtCode: code,
    table: districtTable,
    row: { code, cityCode, name, nameEn, kind, aliases: [], codeVintage },
    provenance,
  });
}

// It was a unit of the bureau's list and never one of GB/T 2260, hence no kind. What is said of it is
// what the last list that has it says.
function formerDistrictRecord(
  { code, name, nameEn, lastListed, validTo, replacedBy }: FormerDistrict,
  source: string,
): SeedRecord {
  const cityCode = `${code.slice(0, 4)}00`;
  return recordOf({
    type: 'District',
    id: code,
    districtCode: code,
    table: districtTable,
    row: {
      code,
      cityCode,
      name,
      nameEn,
      kind: null,
      aliases: [],
      codeVintage: `NBS-${lastListed}`,
      validTo,
      replacedBy,
    },
    provenance: registeredIn(source, lastListed),
  });
}

function streetRecord(
  { code, name }: ListedUnit,
  codeVintage: string,
  provenance: SeedProvenance,
): SeedRecord {
  const districtCode = code.slice(0, 6);
  return recordOf({
    type: 'Street',
    id: code,
    districtCode,
    table: streetTable,
    row: { code, districtCode, name, kind: streetKindOf(code), codeVintage },
    provenance,
  });
}
