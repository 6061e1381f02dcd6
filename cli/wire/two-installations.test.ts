import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  anonymous,
  migrate,
  openDatabase,
  roleOf,
  withAdmin,
  type Database,
  type Statement,
} from '@linju/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres/index.js';

// The tests' own server lets everybody in without a password, so this one asks for them.
let folder: string;
let server: EmbeddedPostgres;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'linju-roles-'));
  server = await startEmbeddedPostgres({
    dataDir: folder,
    log: () => {},
    settings: { fsync: 'off' },
  });
  for (const name of ['linju', 'linju2', 'linju3']) {
    await withAdmin(server.adminUrl, (admin) => admin.unsafe(`create database ${name}`));
  }
});
afterAll(async () => {
  await server?.stop({ mode: 'immediate' });
  await rm(folder, { recursive: true, force: true });
});

function addressOf(database: string, user?: string, password = ''): string {
  const url = new URL(server.adminUrl);
  url.pathname = `/${database}`;
  if (user) [url.username, url.password] = [user, encodeURIComponent(password)];
  return url.href;
}

/** A step of the migration of one schema, as an installation with this password takes it. */
const prepare = (database: string, schema: string, rolePassword: string, resetPassword = false) =>
  migrate({ adminUrl: addressOf(database), schema, migrations: [], rolePassword, resetPassword });

const one: Statement<unknown> = {
  text: 'select 1',
  parameters: () => [],
  decode: ([value]) => value,
};

async function reading(url: string, read: (database: Database) => Promise<void>): Promise<void> {
  const database = openDatabase({ url, schema: 'x', patienceMs: 200 });
  try {
    await read(database);
  } finally {
    await database.close();
  }
}

const askOne = (database: string, schema: string, password: string): Promise<void> =>
  reading(addressOf(database, roleOf(schema), password), async (opened) => {
    expect(await opened.reader(anonymous).rows(one, {})).toEqual([1]);
  });

test('a second installation with another secret is refused, and the first goes on', async () => {
  await prepare('linju', 'guarded', 'first');
  const second = prepare('linju2', 'guarded', 'second');
  await expect(second).rejects.toMatchObject({
    name: 'RoleError',
    message: expect.stringMatching(
      /^Role linju_guarded is on this server already, with another password.* Set LINJU_SECRET to .*GUARDED_DATABASE_URL/,
    ),
  });
  await askOne('linju', 'guarded', 'first');
  const found = await withAdmin(
    addressOf('linju2'),
    (admin) => admin`select to_regnamespace('guarded') as there`,
  );
  expect([...found]).toEqual([{ there: null }]);
});

test('installations that share a secret share a server, begun at once and begun again', async () => {
  const password = `it's "1" %41 中`;
  const databases = ['linju', 'linju2', 'linju3', 'linju'];
  await Promise.all(databases.map((database) => prepare(database, 'shared', password)));
  await Promise.all(databases.map((database) => prepare(database, 'shared', password)));
  for (const database of databases) await askOne(database, 'shared', password);
});

test('a password is set anew when that is said; whoever has the old one hears that the store is away', async () => {
  await prepare('linju', 'renewed', 'old');
  await prepare('linju', 'renewed', 'new', true);
  await askOne('linju', 'renewed', 'new');
  await reading(addressOf('linju', roleOf('renewed'), 'old'), async (database) => {
    await expect(database.reader(anonymous).rows(one, {})).rejects.toMatchObject({
      code: 'STORAGE_UNAVAILABLE',
      cause: { code: '28P01' },
    });
    await expect(database.ping()).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
  });
});
