import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { findPostmasterFile, judgePostmaster } from '../postmaster-file.js';
import { stopServer } from '../stop-server.js';

/**
 * A data directory for one test, which everybody may walk into. When the test is over, whatever
 * server still runs in it is ended and it is removed, with what root keeps elsewhere for it.
 */
export async function dataDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'linju-postgres-'));
  await chmod(directory, 0o755);
  onTestFinished(() => removeDataDirectory(directory));
  return directory;
}

/** The same, inside a directory that only this user may enter, as root's home is. */
export async function hiddenDataDirectory(): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'linju-hidden-'));
  onTestFinished(() => rm(parent, { recursive: true, force: true }));
  const directory = join(parent, 'data');
  await mkdir(directory);
  onTestFinished(() => removeDataDirectory(directory));
  return directory;
}

async function removeDataDirectory(directory: string): Promise<void> {
  const elsewhere = await readFile(join(directory, 'postgres-location'), 'utf8').catch(() => '');
  for (const home of [directory, elsewhere.trim()].filter((path) => path !== '')) {
    await endServer(join(home, 'postgres'));
    await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

async function endServer(cluster: string): Promise<void> {
  const left = await findPostmasterFile(cluster);
  if (left === null || (await judgePostmaster(cluster, left.pid)) !== 'OURS') return;
  await stopServer(left.pid, 'immediate', () => undefined);
}
