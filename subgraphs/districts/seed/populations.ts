import { readFileSync } from 'node:fs';

import { packageFile, type PartialDate, type SeedRecord } from '@linju/kit';

import { populationTable } from '../tables/area-tables.js';
import { recordOf } from './record-of.js';
import { registeredIn } from './seed-provenance.js';

/**
 * The resident population of cities and county-level units from populations.json. Where no source
 * states a number the row holds the reason instead; streets have no row, since none is known there.
 */
export function populations(): readonly SeedRecord[] {
  const { populations: counts, ...census } = readCensus();
  return counts.map((count) => populationRecord(count, census));
}

interface Count {
  readonly code: string;
  readonly persons: number | null;
  readonly qualifier: 'EXACT' | 'ABOUT' | null;
  readonly reasonIfNull: 'SOURCE_MISSING' | null;
}

interface Census {
  readonly vintage: string;
  readonly asOf: PartialDate;
  readonly source: string;
}

const readCensus = () =>
  JSON.parse(
    readFileSync(packageFile(import.meta.url, 'seed/populations.json'), 'utf8'),
  ) as Census & { readonly populations: readonly Count[] };

const populationRecord = (
  { code, persons, qualifier, reasonIfNull }: Count,
  { vintage, asOf, source }: Census,
): SeedRecord =>
  recordOf({
    type: 'PopulationFigure',
    id: `${code}/${vintage}`,
    districtCode: code.endsWith('00') ? null : code,
    table: populationTable,
    row: { placeCode: code, vintage, persons, qualifier: qualifier ?? 'EXACT', asOf, reasonIfNull },
    provenance: registeredIn(source, asOf),
  });
