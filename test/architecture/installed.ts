import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './tree.js';

/** One copy of a package in node_modules. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** Where the copy lies, from the root. */
  readonly path: string;
  /** Only development needs it: it is in no image. */
  readonly isDevelopment: boolean;
  /** The Node versions it asks for; null when it does not say. */
  readonly node: string | null;
}

/** Everything npm has installed, as npm itself wrote it down; the lock file where it did not. */
export const installed: readonly InstalledPackage[] = Object.entries(readLock())
  .filter(([path, { link }]) => path.includes('node_modules/') && !link)
  .map(([path, entry]) => ({
    name: path.split('node_modules/').at(-1) ?? path,
    version: entry.version ?? '',
    path,
    isDevelopment: entry.dev === true,
    node: entry.engines?.node ?? null,
  }));

/** All copies of one package. */
export const copiesOf = (name: string): readonly InstalledPackage[] =>
  installed.filter((copy) => copy.name === name);

interface LockEntry {
  readonly version?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly engines?: { readonly node?: string };
}

function readLock(): Readonly<Record<string, LockEntry>> {
  const hidden = join(root, 'node_modules/.package-lock.json');
  const path = existsSync(hidden) ? hidden : join(root, 'package-lock.json');
  return (JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, LockEntry> })
    .packages;
}
