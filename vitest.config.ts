import { createRequire } from 'node:module';
import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// One copy of graphql: the ESM and the CommonJS build must never meet in one process.
const graphql = createRequire(import.meta.url).resolve('graphql');

// Programs are started, killed and waited for here; a file takes up to a minute.
const withProcesses = /\/test\/(faults|processes|browser)\/|\/cli\/wire\/embedded-postgres\//;

// First come the files that start processes: one of them begun as the last would keep one core waiting
// for the other. Among themselves it is as vitest has it: what took longest last time, or else the
// largest, comes first.
class LongFilesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean => withProcesses.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  resolve: {
    alias: [{ find: /^graphql$/, replacement: graphql }],
    conditions: ['source'],
  },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['**/*.test.ts'],
    exclude: [...configDefaults.exclude, '**/dist/**'],
    reporters: ['default', './test/support/reporter.ts'],
    globalSetup: ['./test/support/run-folder.ts', './test/support/postgres-server.ts'],
    // Loading the product takes longer than most files take to run, so each worker loads it once and
    // runs file after file. A test undoes what it does to its process.
    isolate: false,
    unstubEnvs: true,
    unstubGlobals: true,
    maxWorkers: 2,
    sequence: { sequencer: LongFilesFirst },
    // No test waits for these; they end one that hangs, on a machine that is busy with other things.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
