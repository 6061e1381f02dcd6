import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { oneAtATime } from './one-at-a-time.js';

/** Makes a data directory's content in an empty folder, and leaves nothing running. */
export type Fill = (folder: string) => Promise<void>;

/**
 * Fills a data directory with what is made only once in a run: the first test that needs it makes it,
 * all copy it, which takes a tenth of the time.
 * @param name of what is made
 */
export async function fillByCopy(dataDir: string, name: string, fill: Fill): Promise<void> {
  const template = join(tmpdir(), `made-once-${name}`);
  await oneAtATime(template, async () => {
    if (!existsSync(template)) await make(template, fill);
  });
  // Where the database had to be kept elsewhere, a copy would share it.
  if (existsSync(join(template, 'postgres-location'))) await fill(dataDir);
  // Node's own cp takes five times as long for a thousand files, and forgets whose they are.
  else await promisify(execFile)('cp', ['-a', `${template}/.`, dataDir]);
}

// It gets its name when it is complete, so that a half-made one is never copied.
async function make(template: string, fill: Fill): Promise<void> {
  const workshop = `${template}-unfinished`;
  await rm(workshop, { recursive: true, force: true });
  await mkdir(workshop);
  await chmod(workshop, 0o755);
  await fill(workshop);
  await rename(workshop, template);
}
