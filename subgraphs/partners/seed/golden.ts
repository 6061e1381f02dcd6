import { plantSeed, type RunningParts, type SeedProgress, type SeedRecord } from '@linju/kit';

import { sharedTables } from '../tables/shared-tables.js';
import { codeValues } from './code-values.js';
import { coverage } from './coverage.js';
import { partnerSchemes } from './partner-schemes.js';
import { memberships, partners } from './partners.js';
import { distributions, partnerProjects } from './shared-work.js';

/**
 * Plants what the sources state about partners. Ids are the same every time; what is there already is left as
 * it is.
 * @returns how many records the seed holds
 */
export const seedPartners = (parts: RunningParts, progress: SeedProgress): Promise<number> =>
  plantSeed({ ...parts, tables: sharedTables }, goldenRecords(), progress);

/** All records of the seed; each stands after those it refers to. */
export function goldenRecords(): readonly SeedRecord[] {
  const facts = [
    ...partnerSchemes(),
    ...partners(),
    ...memberships(),
    ...partnerProjects(),
    ...distributions(),
  ];
  return [...codeValues(), ...facts, ...coverage(facts)];
}
