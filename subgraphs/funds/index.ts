import {
  buildSubgraph,
  openDoor,
  packageFile,
  readMigrations,
  type RunningParts,
  type SubgraphBlueprint,
  type SubgraphDoor,
} from '@linju/kit';

import { createLoaders, type FundsContext } from './loaders/index.js';
import { resolvers } from './resolvers/index.js';
import { references } from './resolvers/references.js';
import { constraintRefusals } from './rules/constraint-refusals.js';
import { orphanedTypes } from './schema/orphaned-types.js';
import { seedFunds } from './seed/golden.js';
import { sharedTables } from './tables/shared-tables.js';

const built = buildSubgraph<FundsContext>({ resolvers, orphanedTypes, references });

/**
 * The funds subgraph on a database: community funds, the ledger of their money, what they promise,
 * grant and publish, and what rules find of them.
 * @param parts its own database, and where time and ids come from
 */
export const createSubgraph = (parts: RunningParts): SubgraphDoor =>
  openDoor<FundsContext>({
    ...parts,
    name: 'funds',
    built,
    tables: sharedTables,
    contextOf: (base) => ({ ...base, load: createLoaders(base.reader) }),
  });

/** What the subgraph is before it runs. */
export const blueprint: SubgraphBlueprint = {
  name: 'funds',
  ...built,
  migrations: () => readMigrations(packageFile(import.meta.url, 'migrations')),
  refusals: constraintRefusals,
  tables: sharedTables,
  createSubgraph,
  seed: seedFunds,
};

export { verifyLedger, type LedgerFault, type LedgerReport } from './loaders/verify-ledger.js';
