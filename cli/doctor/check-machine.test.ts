import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { checkDataDirectory } from './check-machine.js';

test('a data directory that can be made is left to the first start', async () => {
  const dataDir = join(await folder(), 'a', 'b');
  expect(await checkDataDirectory({ LINJU_DATA_DIR: dataDir })).toMatchObject({
    state: 'NOTE',
    finding: `${dataDir} is not there yet`,
  });
});

test('a data directory below a file cannot be made', async () => {
  const dataDir = join(process.execPath, 'a', 'b');
  expect(await checkDataDirectory({ LINJU_DATA_DIR: dataDir })).toMatchObject({ state: 'WRONG' });
});

// Root may write everywhere.
test.skipIf(process.getuid?.() === 0)(
  'a data directory in a place that this user may only read cannot be made',
  async () => {
    const parent = await folder();
    await chmod(parent, 0o500);
    const dataDir = join(parent, 'a');
    expect(await checkDataDirectory({ LINJU_DATA_DIR: dataDir })).toMatchObject({
      state: 'WRONG',
      finding: `${dataDir} is not there, and this user cannot make it in ${parent}`,
    });
  },
);

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'linju-machine-'));
  onTestFinished(() => rm(made, { recursive: true }));
  return made;
}
