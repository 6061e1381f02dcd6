import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { oneAtATime } from './one-at-a-time.js';

/**
 * Installs Debian's Chromium, once in a run, where nobody has to be asked: as root on Debian, with
 * apt-get. LINJU_TEST_INSTALL=0 forbids it. Never throws.
 * @returns why there is still none, for a person; null: it is installed
 */
export const installChromium = (): Promise<string | null> =>
  oneAtATime('install Chromium', async () => {
    const outcome = join(tmpdir(), 'chromium-installation');
    const known = await readFile(outcome, 'utf8').catch(() => null);
    const reason = known ?? whyNotHere() ?? (await install()) ?? '';
    await writeFile(outcome, reason);
    return reason === '' ? null : reason;
  });

function whyNotHere(): string | null {
  if (process.env['LINJU_TEST_INSTALL'] === '0')
    return 'LINJU_TEST_INSTALL=0 forbids to install it';
  if (process.getuid?.() !== 0) return 'only root can install it';
  // Ubuntu has a package of that name, too, which needs a running snapd.
  if (!/^ID=debian$/m.test(textOf('/etc/os-release'))) return 'only on Debian it installs itself';
  return existsSync('/usr/bin/apt-get') ? null : 'there is no apt-get';
}

const packages = ['chromium', 'fonts-noto-cjk'];

// First the network, which may be missing or slow and can be given up at any moment, then the disk.
const steps: readonly { readonly words: readonly string[]; readonly deadlineMs: number }[] = [
  { words: ['update'], deadlineMs: 60_000 },
  { words: ['install', '--download-only', ...packages], deadlineMs: 180_000 },
  { words: ['install', '--no-download', ...packages], deadlineMs: 600_000 },
];

/** The most that all of it may take. */
export const installationMsMax = steps.reduce((sum, { deadlineMs }) => sum + deadlineMs, 30_000);

async function install(): Promise<string | null> {
  console.log(
    'installing Debian’s chromium for the browser tests, once (LINJU_TEST_INSTALL=0: never)',
  );
  for (const { words, deadlineMs } of steps) {
    const failure = await runApt(words, deadlineMs);
    if (failure !== null) return `\`apt-get ${words[0]}\` failed: ${failure}`;
  }
  return null;
}

const options = [
  '--yes',
  '--quiet',
  '--no-install-recommends',
  ...['Acquire::Retries=1', 'Acquire::http::Timeout=15', 'DPkg::Lock::Timeout=60'].flatMap(
    (option) => ['-o', option],
  ),
];

function runApt(words: readonly string[], deadlineMs: number): Promise<string | null> {
  const surroundings = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
    timeout: deadlineMs,
    maxBuffer: 16 * 2 ** 20,
  };
  return new Promise((resolve) => {
    execFile('/usr/bin/apt-get', [...options, ...words], surroundings, (error, stdout, stderr) => {
      if (error === null) return resolve(null);
      const complaint = `${stdout}\n${stderr}`.split('\n').findLast((line) => /^[EW]: /.test(line));
      resolve(
        error.killed ? `not done after ${deadlineMs / 1000} s` : (complaint ?? error.message),
      );
    });
  });
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
