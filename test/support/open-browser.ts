import { existsSync } from 'node:fs';

import { chromium, type Browser } from 'playwright-core';

const candidates = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** Where a Chromium is; null where none is installed (then browser tests are skipped, loudly). */
export const chromiumPath: string | null =
  candidates.find((path): path is string => Boolean(path) && existsSync(path as string)) ?? null;

/** Why browser tests do not run here; '' when they do. */
export const withoutBrowser =
  chromiumPath === null
    ? 'SKIPPED: no Chromium here. Install Debian’s `chromium` and `fonts-noto-cjk`, or set CHROMIUM_PATH.'
    : '';

/** A real browser without a window, which talks to nobody on its own. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
