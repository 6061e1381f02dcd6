import { migrateAll, seedAll, type Progress } from '../../cli/wire/prepare-store.js';
import { parseSettings } from '../../cli/wire/settings.js';
import { openStore, type Store } from '../../cli/wire/store.js';
import { blueprints } from '../../cli/wire/subgraphs.js';

/** An embedded server of a test's own, as durable as the product's, migrated and seeded. */
export async function openSeededStore(dataDir: string): Promise<Store> {
  const names = blueprints.map(({ name }) => name);
  const store = await openStore(parseSettings({ LINJU_DATA_DIR: dataDir }, names), () => {});
  await migrateAll(store, blueprints, silent);
  await seedAll(store, blueprints, silent);
  return store;
}

const silent: Progress = { line: () => {}, count: () => {} };
