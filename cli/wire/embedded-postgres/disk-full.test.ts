import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { runsAsRoot } from './server-user.js';
import { startEmbeddedPostgres } from './start-embedded-postgres.js';
import { ask } from './test-support/ask.js';
import { dataDirectory } from './test-support/data-directory.js';

const canMount = runsAsRoot() && process.platform === 'linux' && (await canMountSmallDisks());

test.skipIf(!canMount)(
  'a disk too small for the first database is said to be full and holds nothing half made (needs root and mount)',
  async () => {
    const dataDir = await smallDisk({ megabytes: 20 });
    await expect(start(dataDir)).rejects.toMatchObject({
      code: 'DISK_FULL',
      message: expect.stringContaining('Free some space'),
    });
    expect((await readdir(dataDir)).sort()).toEqual(['postgres-owner-1.json', 'postgres-password']);
  },
);

test.skipIf(!canMount)(
  'a database whose disk filled up starts again, complete, once there is space (needs root and mount)',
  async () => {
    const dataDir = await smallDisk({ megabytes: 120 });
    const first = await start(dataDir);
    await ask(first.adminUrl, 'create table kept as select 1 as n');
    await first.stop({ mode: 'immediate' });
    const ballast = join(dataDir, 'ballast');
    await fillDisk(ballast);
    await expect(start(dataDir)).rejects.toMatchObject({ code: 'DISK_FULL' });

    await rm(ballast);
    const second = await start(dataDir);
    onTestFinished(() => second.stop({ mode: 'immediate' }));
    expect(await ask(second.adminUrl, 'select n from kept')).toEqual([{ n: 1 }]);
  },
);

function start(dataDir: string): ReturnType<typeof startEmbeddedPostgres> {
  return startEmbeddedPostgres({ dataDir, log: () => undefined });
}

async function smallDisk({ megabytes }: { readonly megabytes: number }): Promise<string> {
  const directory = await dataDirectory();
  run('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0755`, 'tmpfs', directory]);
  onTestFinished(() => void run('umount', ['--lazy', directory]));
  return directory;
}

async function fillDisk(file: string): Promise<void> {
  await expect(writeFile(file, Buffer.alloc(200 * 2 ** 20))).rejects.toMatchObject({
    code: 'ENOSPC',
  });
}

async function canMountSmallDisks(): Promise<boolean> {
  const directory = await mkdtemp(join(tmpdir(), 'linju-mount-'));
  const mounted = run('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', directory]);
  if (mounted) run('umount', [directory]);
  await rm(directory, { recursive: true, force: true });
  return mounted;
}

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
