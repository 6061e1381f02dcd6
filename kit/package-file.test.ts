import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { packageFile } from './package-file.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linju-package-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('a package’s file is found from its sources and from what was built of them', async () => {
  await mkdir(join(folder, 'dist', 'data'), { recursive: true });
  await writeFile(join(folder, 'package.json'), '{}');
  for (const module of ['index.ts', 'data/migrate.ts', 'dist/data/migrate.js']) {
    const url = pathToFileURL(join(folder, module)).href;
    expect(packageFile(url, 'data/base-schema.sql')).toBe(join(folder, 'data/base-schema.sql'));
  }
});

test('a module outside every package is a bug, not an endless search', () => {
  const url = pathToFileURL('/nowhere/at/all/module.js').href;
  expect(() => packageFile(url, 'x.sql')).toThrow('No package.json stands above');
});

test('this package carries its schema beside its code', () => {
  expect(existsSync(packageFile(import.meta.url, 'data/base-schema.sql'))).toBe(true);
});
