import { join } from 'node:path';

import { packageFile } from '@linju/kit';
import { describeReview, emitSchema, reviewPasses, reviewSchema } from '@linju/schema';
import type { Command } from 'commander';

import { blueprints } from '../wire/subgraphs.js';

/** Where the emitted schema is committed. */
export const schemaFolder = packageFile(import.meta.resolve('@linju/schema'), '.');

const changelog = join(schemaFolder, '..', 'CHANGELOG.md');

/** `linju schema`: writes the emitted schema, or with `--check` only compares it. */
export const addSchema = (program: Command): Command =>
  program
    .command('schema')
    .description('write the schema of every subgraph, the supergraph and the API schema')
    .option('--check', 'write nothing; fail on drift and on breaking changes nobody declared')
    .action(async ({ check = false }: { check?: boolean }) => {
      if (!check) {
        for (const { file, outcome } of await emitSchema(blueprints, schemaFolder)) {
          process.stdout.write(`${outcome.toLowerCase().padEnd(9)} schema/${file}\n`);
        }
      }
      const review = await reviewSchema({ subgraphs: blueprints, folder: schemaFolder, changelog });
      process.stdout.write(`${describeReview(review)}\n`);
      if (!reviewPasses(review)) process.exitCode = 3;
    });
