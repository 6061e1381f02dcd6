import { createRequire } from 'node:module';
import { defineConfig } from 'vitest/config';

// One copy of graphql: the ESM and the CommonJS build must never meet in one process.
const graphql = createRequire(import.meta.url).resolve('graphql');

export default defineConfig({
  resolve: {
    alias: [{ find: /^graphql$/, replacement: graphql }],
    conditions: ['source'],
  },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    reporters: ['default', './test/support/reporter.ts'],
    globalSetup: ['./test/support/postgres-server.ts'],
    // Real processes and real databases on small, shared machines: one more try tells a slow moment
    // from a wrong answer.
    retry: 1,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
