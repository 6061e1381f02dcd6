import { chmod, chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { inspectEmbeddedPostgres } from '../../cli/wire/embedded-postgres/index.js';
import {
  findPostmasterFile,
  judgePostmaster,
} from '../../cli/wire/embedded-postgres/postmaster-file.js';
import { fillByCopy } from './fill-by-copy.js';
import { openSeededStore } from './open-seeded-store.js';
import { killTree } from './process-tree.js';

/** A data directory of one test; at its end what still runs in it is killed and it is removed. */
export interface DataDirectory extends AsyncDisposable {
  readonly path: string;
  /** The process number of the database server that runs in it; null: none. */
  serverPid(): Promise<number | null>;
}

/**
 * Makes an empty data directory.
 * @param owner who may write in it; this process's own user unless said
 */
export async function makeDataDirectory(owner?: {
  readonly uid: number;
  readonly gid: number;
}): Promise<DataDirectory> {
  const path = await mkdtemp(join(tmpdir(), 'linju-data-'));
  await chmod(path, 0o755);
  if (owner) await chown(path, owner.uid, owner.gid);
  return dataDirectoryAt(path);
}

/** Makes a data directory as a first start leaves it that was stopped again: migrated and seeded. */
export async function makeSeededDirectory(): Promise<DataDirectory> {
  const data = await makeDataDirectory();
  await fillByCopy(data.path, 'seeded', async (folder) => (await openSeededStore(folder)).stop());
  return data;
}

function dataDirectoryAt(path: string): DataDirectory {
  return {
    path,
    serverPid: () => findServer(path),
    [Symbol.asyncDispose]: async () => {
      const pid = await findServer(path);
      if (pid !== null) await killTree(pid);
      const elsewhere = await readFile(join(path, 'postgres-location'), 'utf8').catch(() => '');
      for (const home of [path, elsewhere.trim()].filter((each) => each !== '')) {
        await rm(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
      }
    },
  };
}

// Also one that is only just starting, which inspectEmbeddedPostgres does not count.
async function findServer(dataDir: string): Promise<number | null> {
  const report = await inspectEmbeddedPostgres({ dataDir }).catch(() => null);
  const file = report && (await findPostmasterFile(report.cluster));
  if (!report || !file) return null;
  return (await judgePostmaster(report.cluster, file.pid)) === 'OURS' ? file.pid : null;
}
