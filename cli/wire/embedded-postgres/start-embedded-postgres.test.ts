import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { copyCluster } from '../../../test/support/copy-cluster.js';
import { inspectEmbeddedPostgres } from './inspect-embedded-postgres.js';
import { isAlive } from './process-identity.js';
import { startEmbeddedPostgres } from './start-embedded-postgres.js';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from './start-embedded-postgres.js';
import { ask } from './test-support/ask.js';
import { dataDirectory } from './test-support/data-directory.js';

test('the first start makes a database with fixed locale, encoding, time zone and safety', async () => {
  const server = await start({ dataDir: await dataDirectory() });
  const [settings] = await ask(
    server.adminUrl,
    `select current_setting('server_encoding') as encoding, datlocprovider as provider,
            datlocale as locale, current_setting('timezone') as "timeZone",
            current_setting('wal_level') as "walLevel", current_setting('fsync') as fsync,
            current_setting('listen_addresses') as addresses,
            current_setting('unix_socket_directories') as sockets
       from pg_database where datname = current_database()`,
  );
  expect(settings).toEqual({
    encoding: 'UTF8',
    provider: 'b',
    locale: 'C.UTF-8',
    timeZone: 'UTC',
    walLevel: 'logical',
    fsync: 'on',
    addresses: '127.0.0.1',
    sockets: '',
  });
});

test('only who knows the password gets in, and only the owner can read the password', async () => {
  const dataDir = await madeDirectory();
  const server = await start({ dataDir });
  await expect(ask(withPassword(server.adminUrl, 'guessed'), 'select 1')).rejects.toMatchObject({
    code: '28P01',
  });
  expect((await stat(join(dataDir, 'postgres-password'))).mode & 0o777).toBe(0o600);
});

test('a later start finds the data again and makes no database', async () => {
  const dataDir = await madeDirectory();
  const first = await start({ dataDir });
  await ask(first.adminUrl, 'create table kept as select 422200 as fen');
  await first.stop();

  const lines: string[] = [];
  const second = await start({ dataDir, log: (line) => void lines.push(line) });
  expect(await ask(second.adminUrl, 'select fen from kept')).toEqual([{ fen: 422200 }]);
  expect({ lines, adopted: second.adopted }).toEqual({ lines: [], adopted: false });
});

test('stop leaves no process, no owner and a cluster that was closed properly', async () => {
  const dataDir = await madeDirectory();
  const server = await start({ dataDir });
  await server.stop();
  expect(isAlive(server.pid)).toBe(false);
  expect(await inspectEmbeddedPostgres({ dataDir })).toEqual({
    cluster: server.dataDir,
    movedBecause: null,
    majorVersion: 18,
    owner: null,
    server: null,
  });
  await expect(stat(join(server.dataDir, 'postmaster.pid'))).rejects.toThrow('ENOENT');
  await expect(server.stop()).resolves.toBeUndefined();
});

test('an immediate stop loses nothing that was committed', async () => {
  const dataDir = await madeDirectory();
  const first = await start({ dataDir });
  await ask(first.adminUrl, 'create table kept as select generate_series(1, 1000) as n');
  await first.stop({ mode: 'immediate' });

  const second = await start({ dataDir });
  expect(await ask(second.adminUrl, 'select count(*)::int from kept')).toEqual([{ count: 1000 }]);
});

test('a server that dies is started again on the same port', async () => {
  const server = await start({ dataDir: await madeDirectory() });
  const { pid, port, adminUrl } = server;
  await ask(adminUrl, 'create table kept as select 1 as n');
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(() => expect(server.pid).not.toBe(pid), { timeout: 20_000 });
  expect(server.port).toBe(port);
  expect(await ask(adminUrl, 'select n from kept')).toEqual([{ n: 1 }]);
});

test('stopping while the server is being started again leaves nothing behind', async () => {
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  const server = await start({ dataDir: await madeDirectory(), durable: false, log });
  process.kill(server.pid, 'SIGKILL');
  await vi.waitFor(() => expect(lines.join()).toContain('starting it again'), {
    timeout: 20_000,
    interval: 1,
  });
  await server.stop();
  expect(isAlive(server.pid)).toBe(false);
  await expect(ask(server.adminUrl, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('a port that is taken is named, and nothing stays locked', async () => {
  const dataDir = await madeDirectory();
  const port = await takePort();
  await expect(start({ dataDir, port, durable: false })).rejects.toMatchObject({
    code: 'PORT_TAKEN',
    message: expect.stringContaining(`port ${port} of 127.0.0.1: another program listens there`),
  });
  const server = await start({ dataDir, durable: false });
  expect(server.port).not.toBe(port);
});

test('a second start in the same process is refused', async () => {
  const dataDir = await madeDirectory();
  const server = await start({ dataDir, durable: false });
  await expect(start({ dataDir, durable: false })).rejects.toMatchObject({
    code: 'DATA_DIRECTORY_IN_USE',
    message: expect.stringContaining(`this very process (${process.pid})`),
  });
  expect(await ask(server.adminUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
});

test('a cluster of another major version is refused and not touched', async () => {
  const dataDir = await madeDirectory();
  const server = await start({ dataDir, durable: false });
  await server.stop();
  await writeFile(join(server.dataDir, 'PG_VERSION'), '15\n');
  const before = await listOf(server.dataDir);

  await expect(start({ dataDir })).rejects.toMatchObject({
    code: 'OTHER_MAJOR_VERSION',
    message: expect.stringMatching(/Postgres 15, .* Postgres 18\. It was left untouched/),
  });
  expect(await listOf(server.dataDir)).toEqual(before);
});

test('a directory that is no cluster is refused and not touched', async () => {
  const dataDir = await dataDirectory();
  await writeFile(join(dataDir, 'postgres'), 'something of mine');
  await expect(start({ dataDir })).rejects.toMatchObject({ code: 'NOT_A_CLUSTER' });
  expect(await readFile(join(dataDir, 'postgres'), 'utf8')).toBe('something of mine');
});

test('a lost password is said to be lost, not replaced by one that does not fit', async () => {
  const dataDir = await madeDirectory();
  const server = await start({ dataDir, durable: false });
  await server.stop();
  await writeFile(join(dataDir, 'postgres-password'), '');
  await expect(start({ dataDir })).rejects.toMatchObject({ code: 'PASSWORD_MISSING' });
});

test('a cluster made for tests lets anybody in, until it is started in earnest', async () => {
  const dataDir = await madeDirectory({ durable: false });
  const careless = await start({ dataDir, durable: false });
  const fsync = 'select current_setting($$fsync$$) as fsync';
  expect(await ask(withPassword(careless.adminUrl, 'x'), fsync)).toEqual([{ fsync: 'off' }]);
  await careless.stop();

  const earnest = await start({ dataDir });
  expect(await ask(earnest.adminUrl, fsync)).toEqual([{ fsync: 'on' }]);
  await expect(ask(withPassword(earnest.adminUrl, 'x'), fsync)).rejects.toMatchObject({
    code: '28P01',
  });
});

test('settings of the caller win over our own', async () => {
  const settings = { max_connections: '7' };
  const server = await start({ dataDir: await madeDirectory(), durable: false, settings });
  expect(await ask(server.adminUrl, 'show max_connections')).toEqual([{ max_connections: '7' }]);
});

test('a setting that Postgres does not know fails the start with its own words', async () => {
  const dataDir = await madeDirectory();
  const settings = { no_such_setting: 'on' };
  await expect(start({ dataDir, durable: false, settings })).rejects.toMatchObject({
    code: 'START_FAILED',
    message: expect.stringContaining('unrecognized configuration parameter "no_such_setting"'),
  });
});

test('no statement and no password appears in what the server reports', async () => {
  const lines: string[] = [];
  const log = (line: string): void => void lines.push(line);
  const server = await start({ dataDir: await madeDirectory(), durable: false, log });
  await expect(ask(server.adminUrl, `select 'canary'::int`)).rejects.toThrow('canary');
  await server.stop();
  expect(lines.join('\n')).not.toMatch(/canary/);
  expect(lines.join('\n')).not.toContain(new URL(server.adminUrl).password);
});

/** The data directory of one test, with a database that an earlier start made. */
async function madeDirectory(made: { readonly durable?: boolean } = {}): Promise<string> {
  const directory = await dataDirectory();
  await copyCluster(directory, made);
  return directory;
}

async function start(
  options: Omit<EmbeddedPostgresOptions, 'log'> & Partial<EmbeddedPostgresOptions>,
): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ log: () => undefined, ...options });
  onTestFinished(() => server.stop({ mode: 'immediate' }));
  return server;
}

async function takePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  onTestFinished(() => void listener.close());
  const address = listener.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function withPassword(url: string, password: string): string {
  const changed = new URL(url);
  changed.password = password;
  return changed.href;
}

async function listOf(directory: string): Promise<readonly string[]> {
  const names = (await readdir(directory, { recursive: true })).sort();
  const times = names.map(async (name) => (await stat(join(directory, name))).mtimeMs);
  const mtimes = await Promise.all(times);
  return names.map((name, index) => `${name} ${mtimes[index]}`);
}
