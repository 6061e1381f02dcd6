import {
  migrate,
  newUlidId,
  openDatabase,
  plantAreas,
  systemClock,
  type Database,
  type DatabaseOptions,
  type SubgraphBlueprint,
} from '@linju/kit';

import type { Store } from './store.js';
import { areas } from './subgraphs.js';

/** Told what is done, for a person to read: a line, or a count that moves. */
export interface Progress {
  line(text: string): void;
  count(text: string, done: number, total: number): void;
}

/**
 * Migrates each subgraph's schema, one after the other.
 * @param resetPasswords also on a server whose roles others may use; see `ensureRoles` of the kit
 * @returns how many steps ran; 0 when everything was there
 */
export async function migrateAll(
  store: Store,
  blueprints: readonly SubgraphBlueprint[],
  progress: Progress,
  { resetPasswords = false }: { readonly resetPasswords?: boolean } = {},
): Promise<number> {
  let ran = 0;
  for (const { name, migrations } of blueprints) {
    const steps = await migrate({
      adminUrl: store.adminUrl,
      schema: name,
      migrations: await migrations(),
      rolePassword: store.rolePassword(name),
      resetPassword: resetPasswords || store.ownsRoles,
      onStep: (step) => progress.line(`migrate ${name}: ${step}`),
    });
    ran += steps.length;
  }
  return ran;
}

/**
 * Plants the sourced facts of each subgraph. All of a subgraph's facts or none; again is harmless.
 * @returns how many records the seeds hold
 */
export async function seedAll(
  store: Store,
  blueprints: readonly SubgraphBlueprint[],
  progress: Progress,
): Promise<number> {
  let records = 0;
  for (const blueprint of blueprints) {
    const database = openSubgraphDatabase(store, blueprint);
    try {
      await plantAreas(database, blueprint.tables, areas);
      records += await blueprint.seed(
        { database, clock: systemClock, newId: newUlidId },
        (done, total) => progress.count(`seed ${blueprint.name}`, done, total),
      );
    } finally {
      await database.close();
    }
  }
  return records;
}

/** A subgraph's database, through its own least-privileged role. */
export const openSubgraphDatabase = (
  store: Pick<Store, 'roleUrl'>,
  { name, refusals }: SubgraphBlueprint,
  options: Pick<DatabaseOptions, 'statementTimeoutMs'> = {},
): Database => openDatabase({ url: store.roleUrl(name), schema: name, refusals, ...options });
