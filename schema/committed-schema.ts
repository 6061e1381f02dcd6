import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';

import { textOf } from './emit.js';

/**
 * A file as it was committed, so that running `npm run schema` twice does not hide a change from the
 * check. Where git cannot tell (a tarball, an image without git, a checkout of another user that git
 * does not trust), the file on the disk stands in.
 * @param revision HEAD on a desk; the branch a change goes into, when a change is already committed
 * @returns null when the file was not committed by then, or is neither in git nor on the disk
 * @throws Error when git knows the file and cannot show it, or does not know the revision
 */
export async function committedText(path: string, revision = 'HEAD'): Promise<string | null> {
  const folder = dirname(path);
  const name = basename(path);
  if ((await git(folder, ['rev-parse', '--is-inside-work-tree'])) === null) return textOf(path);
  const entry = await git(folder, ['ls-tree', '--name-only', revision, '--', name]);
  // Without a first commit there is no HEAD; any other unknown revision is a mistake.
  if (entry === null && revision !== 'HEAD') throw unreadable(name, revision);
  if (!entry?.trim()) return null;
  const text = await git(folder, ['show', `${revision}:./${name}`]);
  if (text === null) throw unreadable(name, revision);
  return text;
}

const unreadable = (name: string, revision: string): Error =>
  new Error(
    `git cannot show ${name} at ${revision}. Fetch that revision (a shallow clone has only the last one), ` +
      'or compare with another.',
  );

/** What git printed, or null when it failed or is not installed. */
function git(folder: string, options: readonly string[]): Promise<string | null> {
  return new Promise((resolve) => {
    execFile(
      'git',
      [...options],
      { cwd: folder, maxBuffer: 64 * 1024 * 1024, timeout: 10_000 },
      (error, stdout) => resolve(error ? null : stdout),
    );
  });
}
