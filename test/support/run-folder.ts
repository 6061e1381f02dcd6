import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { killAll, processesNaming } from './process-tree.js';

/**
 * vitest's global setup: all that a run writes stands in one folder, which its tests know as the
 * temporary directory. What still runs from it at the end was left by a test that ran out of time;
 * it is named, ended, and removed with the folder.
 */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'linju-test-'));
  // As open as the directory it replaces: some tests start programs as another user.
  await chmod(folder, 0o1777);
  process.env['TMPDIR'] = folder;
  return async () => {
    await endWhatIsLeft(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  };
}

async function endWhatIsLeft(folder: string): Promise<void> {
  const left = processesNaming(folder).filter(({ parent }) => parent !== process.pid);
  for (const { pid, commandLine } of left) {
    console.warn(`left running by a test, ended now: ${commandLine} (process ${pid})`);
  }
  await killAll(left.map(({ pid }) => pid));
}
