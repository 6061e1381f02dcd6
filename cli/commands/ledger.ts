import { blueprint as funds, verifyLedger } from '@linju/funds';
import type { Command } from 'commander';

import { openProgress } from '../progress.js';
import { stopOnSignals } from '../stop-on-signals.js';
import { openSubgraphDatabase } from '../wire/prepare-store.js';
import { parseSettings } from '../wire/settings.js';
import { openStore } from '../wire/store.js';
import { blueprints } from '../wire/subgraphs.js';

/** `linju ledger verify`: works the books of all funds out again and says where they do not hold. */
export function addLedger(program: Command): Command {
  const ledger = program.command('ledger').description('the books of all funds');
  addVerify(ledger);
  return ledger;
}

const addVerify = (ledger: Command): Command =>
  ledger
    .command('verify')
    .description('recompute sums, balances, sets and hash chains; changes nothing')
    .action(async () => {
      const progress = openProgress();
      const settings = parseSettings(
        process.env,
        blueprints.map(({ name }) => name),
      );
      using stops = stopOnSignals(progress.line);
      const opening = openStore(settings, progress.line, { joinRunning: true });
      await using store = await stops.hold(opening);
      const database = openSubgraphDatabase(store, funds, { statementTimeoutMs: 600_000 });
      try {
        const { transfers, sets, ledgers, differenceFen, faults } = await verifyLedger(database);
        progress.line(
          `${transfers} transfers in ${sets} sets, ${ledgers} chains; debits and credits differ by ${differenceFen} fen.`,
        );
        for (const { check, subject, message } of faults) {
          progress.line(`FAIL  ${check}  ${subject}: ${message}`);
        }
        progress.line(
          faults.length === 0
            ? 'The ledger holds.'
            : 'The ledger does not hold: stop writing and keep this output.',
        );
        if (faults.length > 0) process.exitCode = 3;
      } finally {
        await database.close();
      }
    });
