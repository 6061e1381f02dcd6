#!/usr/bin/env node
import './outlive-readers.js';

import { Command } from 'commander';

import { addDoctor } from './commands/doctor.js';
import { addGateway } from './commands/gateway.js';
import { addLedger } from './commands/ledger.js';
import { addMigrate } from './commands/migrate.js';
import { addSchema } from './commands/schema.js';
import { addSeed } from './commands/seed.js';
import { addStart } from './commands/start.js';
import { addSubgraph } from './commands/subgraph.js';
import { explainFailure } from './explain-failure.js';
import { isStopping } from './stop-on-signals.js';
import { UsageError } from './usage-error.js';

const program = new Command('linju')
  .description('邻聚: one graph over the governance data of city districts')
  .version('0.1.0')
  .showHelpAfterError('(linju --help shows what there is)')
  .addHelpText(
    'after',
    `
Settings come from the environment; .env.example lists them all.
Exit codes: 0 done, 1 failed, 2 wrong use, 3 a check found something.
What a signal cut short ends with 128 and the signal's number.`,
  );

// Before the verbs are added, which take it over from here.
program.exitOverride((end) => {
  process.exit(end.exitCode === 0 ? 0 : 2);
});
for (const add of [
  addStart,
  addSubgraph,
  addGateway,
  addMigrate,
  addSeed,
  addSchema,
  addLedger,
  addDoctor,
]) {
  add(program);
}

try {
  await program.parseAsync();
} catch (error) {
  // A signal took the database from under the verb, and ends the process itself.
  if (!isStopping()) {
    process.stderr.write(`linju: ${explainFailure(error)}\n`);
    process.exit(error instanceof UsageError ? 2 : 1);
  }
}
