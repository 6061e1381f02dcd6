import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findOwner, takeOwnerLock } from './owner-lock.js';
import { processStartedAt } from './process-identity.js';
import { dataDirectory } from './test-support/data-directory.js';

test('a data directory held by a living process is refused, and its number named', async () => {
  const dataDir = await dataDirectory();
  const pid = await spawnSleeper();
  await writeLock(dataDir, { pid, startedAt: processStartedAt(pid) });
  await expect(takeOwnerLock(dataDir)).rejects.toMatchObject({
    code: 'DATA_DIRECTORY_IN_USE',
    message: expect.stringMatching(
      new RegExp(`already running as process ${pid}.*kill ${pid}.*LINJU_DATA_DIR`),
    ),
  });
});

test('the lock of a process that is gone is taken over', async () => {
  const dataDir = await dataDirectory();
  await writeLock(dataDir, { pid: 2 ** 30, startedAt: 'once' });
  const lock = await takeOwnerLock(dataDir);
  expect(await findOwner(dataDir)).toMatchObject({ pid: process.pid });
  await lock.release();
});

test('the lock of a process whose number another one has by now is taken over', async () => {
  const dataDir = await dataDirectory();
  await writeLock(dataDir, { pid: await spawnSleeper(), startedAt: 'before the last reboot' });
  await expect(takeOwnerLock(dataDir)).resolves.toBeDefined();
});

test.each(['', '{"pid":', '{"pid":0}', '{"pid":-1}', '[]', 'null'])(
  'a lock that says nothing sensible (%s) holds nobody up',
  async (text) => {
    const dataDir = await dataDirectory();
    await writeFile(join(dataDir, 'postgres-owner-1.json'), text);
    await expect(takeOwnerLock(dataDir)).resolves.toBeDefined();
  },
);

test('of many that find a stale lock at once, exactly one gets the directory', async () => {
  const dataDir = await dataDirectory();
  await writeLock(dataDir, { pid: 2 ** 30, startedAt: 'once' });
  for (let round = 0; round < 50; round += 1) {
    const tries = Array.from({ length: 8 }, () => takeOwnerLock(dataDir));
    const taken = (await Promise.allSettled(tries)).filter((outcome) => 'value' in outcome);
    expect(taken).toHaveLength(1);
    await taken[0]?.value.release();
  }
});

test('a released directory is free, and the locks of all times leave one file', async () => {
  const dataDir = await dataDirectory();
  for (let round = 0; round < 3; round += 1) await (await takeOwnerLock(dataDir)).release();
  expect(await findOwner(dataDir)).toBeNull();
  expect(await readdir(dataDir)).toEqual(['postgres-owner-3.json']);
});

test('releasing late does not take the lock of the next owner away', async () => {
  const dataDir = await dataDirectory();
  const first = await takeOwnerLock(dataDir);
  await first.release();
  await takeOwnerLock(dataDir);
  await first.release();
  expect(await findOwner(dataDir)).toMatchObject({ pid: process.pid });
});

async function writeLock(
  dataDir: string,
  owner: { readonly pid: number; readonly startedAt: string | null },
): Promise<void> {
  await writeFile(join(dataDir, 'postgres-owner-1.json'), JSON.stringify(owner));
}

async function spawnSleeper(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 60_000)']);
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'spawn');
  return child.pid ?? 0;
}
