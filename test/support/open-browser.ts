import { existsSync } from 'node:fs';

import { chromium, type Browser } from 'playwright-core';

import { installChromium, installationMsMax } from './install-chromium.js';

/** How long a hook that opens a browser may take, where it has to be installed first. */
export const openingMsMax = installationMsMax + 60_000;

/** A browser, or why there is none: then browser tests are skipped, and say so. */
export type BrowserOrReason =
  | { readonly browser: Browser; readonly reason: null }
  | { readonly browser: null; readonly reason: string };

/**
 * A real browser without a window, which talks to nobody on its own: CHROMIUM_PATH, or the one that is
 * installed, or else Debian's, installed for it.
 */
export async function openBrowser(): Promise<BrowserOrReason> {
  const failure = findChromium() === null ? await obtainChromium() : null;
  const executablePath = findChromium();
  if (executablePath !== null) return { browser: await launch(executablePath), reason: null };
  return {
    browser: null,
    reason: `no Chromium is here (${failure ?? 'its package holds none'}). Install Debian’s \`chromium\` and \`fonts-noto-cjk\`, or set CHROMIUM_PATH`,
  };
}

const given = process.env['CHROMIUM_PATH'];
const candidates = given
  ? [given]
  : ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const findChromium = (): string | null => candidates.find((path) => existsSync(path)) ?? null;

const obtainChromium = async (): Promise<string | null> =>
  given ? `CHROMIUM_PATH names no file: ${given}` : installChromium();

const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({
    executablePath,
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
