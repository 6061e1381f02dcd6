import { plantSeed, type RunningParts, type SeedProgress, type SeedRecord } from '@linju/kit';

import { sharedTables } from '../tables/shared-tables.js';
import { administrativeUnits } from './administrative-units.js';
import { codeValues } from './code-values.js';
import { communities } from './communities.js';
import { coverage } from './coverage.js';
import { estates } from './estates.js';
import { facilities } from './facilities.js';
import { functionalAreas } from './functional-areas.js';
import { organisations } from './organisations.js';
import { policyInstruments } from './policy-instruments.js';
import { populations } from './populations.js';
import { reportedFigures } from './reported-figures.js';
import { sources } from './sources.js';

/**
 * Plants what the sources state about places, organisations, facilities and policies. Ids are the same
 * every time; what is there already is left as it is.
 * @returns how many records the seed holds
 */
export const seedDistricts = (parts: RunningParts, progress: SeedProgress): Promise<number> =>
  plantSeed({ ...parts, tables: sharedTables }, goldenRecords(), progress);

/** All records of the seed; each stands after those it refers to. */
export function goldenRecords(): readonly SeedRecord[] {
  const facts = [
    ...sources(),
    ...administrativeUnits(),
    ...populations(),
    ...functionalAreas(),
    ...organisations(),
    ...communities(),
    ...estates(),
    ...facilities(),
    ...policyInstruments(),
  ].map(withFigures);
  return [...facts, ...codeValues(), ...coverage(facts)];
}

function withFigures(record: SeedRecord): SeedRecord {
  const figures = reportedFigures[record.id];
  return figures ? { ...record, reportedFigures: figures } : record;
}
