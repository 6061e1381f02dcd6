import type { Command } from 'commander';

import { openProgress } from '../progress.js';
import { stopOnSignals } from '../stop-on-signals.js';
import { migrateAll, seedAll } from '../wire/prepare-store.js';
import { parseSettings } from '../wire/settings.js';
import { openStore } from '../wire/store.js';
import { blueprints } from '../wire/subgraphs.js';

/** `linju seed`: plants the sourced facts; again changes nothing. */
export const addSeed = (program: Command): Command =>
  program
    .command('seed')
    .description('plant the sourced facts; again changes nothing')
    .action(async () => {
      const progress = openProgress();
      const settings = parseSettings(
        process.env,
        blueprints.map(({ name }) => name),
      );
      using stops = stopOnSignals(progress.line);
      const opening = openStore(settings, progress.line, { joinRunning: true });
      await using store = await stops.hold(opening);
      await migrateAll(store, blueprints, progress);
      const records = await seedAll(store, blueprints, progress);
      progress.line(`${records} records of the sources are in ${store.name}.`);
    });
