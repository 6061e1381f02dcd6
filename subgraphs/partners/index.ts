import {
  buildSubgraph,
  openDoor,
  packageFile,
  readMigrations,
  type RunningParts,
  type SubgraphBlueprint,
  type SubgraphDoor,
} from '@linju/kit';

import { createLoaders, type PartnersContext } from './loaders/index.js';
import { resolvers } from './resolvers/index.js';
import { references } from './resolvers/references.js';
import { constraintRefusals } from './rules/constraint-refusals.js';
import { seedPartners } from './seed/golden.js';
import { sharedTables } from './tables/shared-tables.js';

const built = buildSubgraph<PartnersContext>({ resolvers, references });

/**
 * The partners subgraph on a database: schemes, partners, memberships, agreements, services, needs, projects,
 * distributions and awards.
 * @param parts its own database, and where time and ids come from
 */
export const createSubgraph = (parts: RunningParts): SubgraphDoor =>
  openDoor<PartnersContext>({
    ...parts,
    name: 'partners',
    built,
    tables: sharedTables,
    contextOf: (base) => ({ ...base, load: createLoaders(base.reader) }),
  });

/** What the subgraph is before it runs. */
export const blueprint: SubgraphBlueprint = {
  name: 'partners',
  ...built,
  migrations: () => readMigrations(packageFile(import.meta.url, 'migrations')),
  refusals: constraintRefusals,
  tables: sharedTables,
  createSubgraph,
  seed: seedPartners,
};
