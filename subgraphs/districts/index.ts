import {
  buildSubgraph,
  openDoor,
  packageFile,
  readMigrations,
  type RunningParts,
  type SubgraphBlueprint,
  type SubgraphDoor,
} from '@linju/kit';

import { createLoaders, type DistrictsContext } from './loaders/index.js';
import { resolvers } from './resolvers/index.js';
import { references } from './resolvers/references.js';
import { constraintRefusals } from './rules/constraint-refusals.js';
import { seedDistricts } from './seed/golden.js';
import { sharedTables } from './tables/shared-tables.js';

const built = buildSubgraph<DistrictsContext>({ resolvers, references });

/**
 * The districts subgraph on a database: places, organisations, facilities, policies and sources.
 * @param parts its own database, and where time and ids come from
 */
export const createSubgraph = (parts: RunningParts): SubgraphDoor =>
  openDoor<DistrictsContext>({
    ...parts,
    name: 'districts',
    built,
    tables: sharedTables,
    contextOf: (base) => ({ ...base, load: createLoaders(base.reader) }),
  });

/** What the subgraph is before it runs. */
export const blueprint: SubgraphBlueprint = {
  name: 'districts',
  ...built,
  migrations: () => readMigrations(packageFile(import.meta.url, 'migrations')),
  refusals: constraintRefusals,
  tables: sharedTables,
  createSubgraph,
  seed: seedDistricts,
};

export { areas } from './seed/area-register.js';
