import type { Command } from 'commander';

import { openProgress } from '../progress.js';
import { stopOnSignals } from '../stop-on-signals.js';
import { migrateAll } from '../wire/prepare-store.js';
import { parseSettings } from '../wire/settings.js';
import { openStore } from '../wire/store.js';
import { blueprints } from '../wire/subgraphs.js';

/** `linju migrate`: brings the tables of every subgraph up to date. */
export const addMigrate = (program: Command): Command =>
  program
    .command('migrate')
    .description('bring the database of every subgraph up to date')
    .option(
      '--reset-passwords',
      'give roles that are on the server already the passwords of this installation',
    )
    .action(async ({ resetPasswords = false }: { resetPasswords?: boolean }) => {
      const progress = openProgress();
      const settings = parseSettings(
        process.env,
        blueprints.map(({ name }) => name),
      );
      using stops = stopOnSignals(progress.line);
      const opening = openStore(settings, progress.line, { joinRunning: true });
      await using store = await stops.hold(opening);
      const steps = await migrateAll(store, blueprints, progress, { resetPasswords });
      progress.line(
        steps === 0
          ? `Nothing to do: ${store.name} is up to date.`
          : `${steps} steps done on ${store.name}.`,
      );
    });
