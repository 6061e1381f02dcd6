import { migrateAll, seedAll, type Progress } from '../../cli/wire/prepare-store.js';
import { parseSettings } from '../../cli/wire/settings.js';
import { openStore, type Store } from '../../cli/wire/store.js';
import { blueprints } from '../../cli/wire/subgraphs.js';

/** An embedded server of a test's own, as durable as the product's, on what is in a directory. */
export function openStoreIn(dataDir: string): Promise<Store> {
  const names = blueprints.map(({ name }) => name);
  return openStore(parseSettings({ LINJU_DATA_DIR: dataDir }, names), () => {});
}

/** The same, migrated and seeded. */
export async function openSeededStore(dataDir: string): Promise<Store> {
  const store = await openStoreIn(dataDir);
  await migrateAll(store, blueprints, silent);
  await seedAll(store, blueprints, silent);
  return store;
}

const silent: Progress = { line: () => {}, count: () => {} };
