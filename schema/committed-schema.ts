import { execFile } from 'node:child_process';
import { basename, dirname } from 'node:path';

import { textOf } from './emit.js';

/**
 * A file as it was committed last: at git's HEAD, so that running `npm run schema` twice does not
 * hide a change from the check. Where git cannot tell (a tarball, an image without git, a checkout of
 * another user that git does not trust), the file on the disk stands in.
 * @returns null when the file was never committed, or is neither in git nor on the disk
 */
export async function committedText(path: string): Promise<string | null> {
  const folder = dirname(path);
  if ((await git(folder, ['rev-parse', '--is-inside-work-tree'])) === null) return textOf(path);
  // `./` makes the name relative to the folder, wherever the repository's root is. A file or a first
  // commit that does not exist yet fails as well: then there is nothing to compare with.
  return git(folder, ['show', `HEAD:./${basename(path)}`]);
}

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
