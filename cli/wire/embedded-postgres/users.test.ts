import { chmod, chown, readFile, realpath, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { binariesPackageName } from './binaries.js';
import { inspectEmbeddedPostgres } from './inspect-embedded-postgres.js';
import { findAbandonedHomes } from './server-home.js';
import { findBlockingDirectory, NOBODY, runsAsRoot } from './server-user.js';
import { startEmbeddedPostgres } from './start-embedded-postgres.js';
import { ask } from './test-support/ask.js';
import { dataDirectory, hiddenDataDirectory } from './test-support/data-directory.js';
import { serverOf, startOwner } from './test-support/start-owner.js';

// Only root can try how both kinds of user fare. Run by an ordinary user, the other files show
// the ordinary way and these tests are skipped.
// "daemon" is in the user list of every Linux.
const ORDINARY = { uid: 1, gid: 1 };
const UNLISTED = { uid: 54_321, gid: 54_321 };
const places = [createRequire(import.meta.url).resolve(binariesPackageName()), process.execPath];
const canOrdinaryUsersRead =
  runsAsRoot() && (await Promise.all(places.map(isReachable))).every(Boolean);

async function isReachable(path: string): Promise<boolean> {
  return (await findBlockingDirectory(dirname(await realpath(path)), ORDINARY)) === null;
}

describe.skipIf(!runsAsRoot())('as root (needs root)', () => {
  test('the server runs as "nobody", and only it can read the cluster', async () => {
    const { dataDir: cluster, pid } = await start(await dataDirectory());
    const { uid, mode } = await stat(cluster);
    expect({ uid, mode: mode & 0o777 }).toEqual({ uid: NOBODY.uid, mode: 0o700 });
    expect((await stat(`/proc/${pid}`)).uid).toBe(NOBODY.uid);
  });

  test('a data directory for root only is opened just enough for the server to pass', async () => {
    const dataDir = await dataDirectory();
    await chmod(dataDir, 0o700);
    const { dataDir: cluster } = await start(dataDir);
    const { uid, gid, mode } = await stat(dataDir);
    expect(cluster).toBe(join(await realpath(dataDir), 'postgres'));
    expect({ uid, gid, mode: mode & 0o777 }).toEqual({ uid: 0, gid: NOBODY.gid, mode: 0o710 });
  });

  test('where "nobody" cannot walk, the database lives elsewhere, is found again and says so', async () => {
    const dataDir = await hiddenDataDirectory();
    const lines: string[] = [];
    const first = await start(dataDir, lines);
    await ask(first.adminUrl, 'create table kept as select 1 as n');
    await first.stop();
    const second = await start(dataDir, lines);

    const home = (await readFile(join(dataDir, 'postgres-location'), 'utf8')).trim();
    expect(home).toMatch(/^\/var\/lib\/linju\/[0-9a-f]{16}$/);
    expect(second.dataDir).toBe(join(home, 'postgres'));
    expect(await ask(second.adminUrl, 'select n from kept')).toEqual([{ n: 1 }]);
    expect(lines).toContain(
      `the database lives in ${home}, as ${join(dataDir, 'postgres-location')} says`,
    );
    expect(await inspectEmbeddedPostgres({ dataDir })).toMatchObject({
      movedBecause: expect.stringContaining(home),
      server: { adminUrl: second.adminUrl },
    });
    expect((await findAbandonedHomes()).map(({ directory }) => directory)).not.toContain(home);
  });
});

describe.skipIf(!canOrdinaryUsersRead)(
  'as an ordinary user (needs root, and a readable checkout)',
  () => {
    test('the first and the second start work, and the data belongs to the user', async () => {
      const dataDir = await ownDirectory();
      const first = await startOwner({ dataDir }, ORDINARY);
      await ask(serverOf(first).adminUrl, 'create table kept as select 1 as n');
      await first.stop();
      expect((await stat(join(dataDir, 'postgres'))).uid).toBe(ORDINARY.uid);

      const second = await startOwner({ dataDir }, ORDINARY);
      onTestFinished(() => second.stop());
      expect(await ask(serverOf(second).adminUrl, 'select n from kept')).toEqual([{ n: 1 }]);
    });

    test('a server left by a killed linju is adopted', async () => {
      const dataDir = await ownDirectory();
      const first = await startOwner({ dataDir, durable: false }, ORDINARY);
      await first.kill();
      const second = await startOwner({ dataDir, durable: false }, ORDINARY);
      onTestFinished(() => second.stop());
      expect(serverOf(second)).toEqual({ ...serverOf(first), adopted: true });
    });

    test('root runs the database of an ordinary user as that user', async () => {
      const dataDir = await ownDirectory();
      await (await startOwner({ dataDir, durable: false }, ORDINARY)).stop();
      const { pid } = await start(dataDir);
      expect((await stat(`/proc/${pid}`)).uid).toBe(ORDINARY.uid);
    });

    test('a user who is not in the user list is told that Postgres insists on it', async () => {
      const dataDir = await dataDirectory();
      await chown(dataDir, UNLISTED.uid, UNLISTED.gid);
      const { report } = await startOwner({ dataDir }, UNLISTED);
      expect(report.refusal).toMatchObject({
        code: 'INITDB_FAILED',
        message: expect.stringContaining('insists on a user that is in the list of users'),
      });
    });

    test('the database of root is refused and stays as it was', async () => {
      const dataDir = await dataDirectory();
      await (await start(dataDir)).stop();
      const refused = await startOwner({ dataDir }, ORDINARY);
      expect(refused.report.refusal).toMatchObject({ code: 'DATA_DIRECTORY_NOT_WRITABLE' });

      await chown(dataDir, ORDINARY.uid, ORDINARY.gid);
      const again = await startOwner({ dataDir }, ORDINARY);
      expect(again.report.refusal).toMatchObject({
        code: 'NOT_READABLE_BY_SERVER_USER',
        message: expect.stringContaining('was left untouched. Start linju as the user who made it'),
      });
      expect((await stat(join(dataDir, 'postgres'))).uid).toBe(NOBODY.uid);
    });
  },
);

async function start(
  dataDir: string,
  lines: string[] = [],
): ReturnType<typeof startEmbeddedPostgres> {
  const log = (line: string): void => void lines.push(line);
  const server = await startEmbeddedPostgres({ dataDir, durable: false, log });
  onTestFinished(() => server.stop({ mode: 'immediate' }));
  return server;
}

async function ownDirectory(): Promise<string> {
  const directory = await dataDirectory();
  await chown(directory, ORDINARY.uid, ORDINARY.gid);
  return directory;
}
