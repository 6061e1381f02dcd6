import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { TestProject } from 'vitest/node';

import { startEmbeddedPostgres } from '../../cli/wire/embedded-postgres/index.js';

/**
 * vitest's global setup: one embedded server for the whole run, in a folder of its own, forgetful on
 * purpose (nothing is forced to disk). Every test takes a database of its own from it.
 */
export default async function startServer(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'linju-test-'));
  const server = await startEmbeddedPostgres({
    dataDir,
    durable: false,
    log: () => {},
    settings: { max_connections: '300' },
  });
  project.provide('adminUrl', server.adminUrl);
  return async () => {
    await server.stop({ mode: 'immediate' });
    await rm(dataDir, { recursive: true, force: true });
  };
}

declare module 'vitest' {
  export interface ProvidedContext {
    adminUrl: string;
  }
}
