import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { blueprints } from '../../cli/wire/subgraphs.js';
import { startCommandHost, type CommandHost } from '../support/command-host.js';
import { makeDataDirectory } from '../support/data-directory.js';
import { checkout, isBuilt } from '../support/linju-command.js';
import { redirectImport } from '../support/redirect-import.js';
import { runLinju } from '../support/start-process.js';
import { createTestDatabase, templateOf } from '../support/test-database.js';

let linju: CommandHost;

beforeAll(async () => {
  linju = await startCommandHost();
});
afterAll(() => linju?.[Symbol.asyncDispose]());

test('before the first start nothing is wrong, and it says what the first start makes', async () => {
  await using data = await makeDataDirectory();
  const dataDir = join(data.path, 'not-there-yet');
  const { exitCode, output } = await linju.run(['doctor'], { LINJU_DATA_DIR: dataDir, PORT: '0' });
  expect(output).toContain(
    `note  data: ${dataDir} is not there yet\n      → The first start makes it.`,
  );
  expect(output).toContain('note  database: no database has been made yet');
  expect(output).toContain('\nNothing is wrong.\n');
  expect(exitCode).toBe(0);
});

test('migrations that are missing are named, with the verb that runs them', async () => {
  await using database = await createTestDatabase(await templateOf(blueprints, false));
  const forgotten = await forgetLastMigration(database.adminUrl, blueprints[0]?.name ?? '');
  const { exitCode, output } = await linju.run(['doctor'], {
    DATABASE_URL: database.adminUrl,
    PORT: '0',
  });
  expect(output).toContain(
    `FAIL  ${blueprints[0]?.name}: migrations are missing: ${forgotten}\n      → Run \`linju migrate\`.`,
  );
  expect(output).toContain('\n1 thing is wrong.\n');
  expect(exitCode).toBe(3);
});

test('a database that does not answer and a port of another program are both told, no password is', async () => {
  const other = createServer((_, response) => response.writeHead(404).end('something else'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const { exitCode, output } = await linju.run(['doctor'], {
    DATABASE_URL: 'postgres://linju:pw-canary@127.0.0.1:1/linju',
    PORT: String(port),
  });
  other.closeAllConnections();
  other.close();
  expect(output).toMatch(/^FAIL {2}database: .*\n(?:.*\n)?.*does not answer/m);
  expect(output).toContain(
    `FAIL  port: another program listens on 127.0.0.1:${port}\n      → Stop it, or set PORT to a free one.`,
  );
  expect(output).toContain('\n2 things are wrong.\n');
  expect(output).not.toContain('pw-canary');
  expect(exitCode).toBe(3);
});

test('a committed schema that is not what the subgraphs say is wrong', async () => {
  await using place = await makeDataDirectory();
  const copy = await copyPackage('schema', place.path);
  const file = join(copy, 'supergraph.graphql');
  await writeFile(file, (await readFile(file, 'utf8')).replace('type Street', 'type Road'));
  const door = pathToFileURL(join(copy, isBuilt ? 'dist/index.js' : 'index.ts'));
  const { exitCode, output } = await runLinju(
    ['doctor'],
    { LINJU_DATA_DIR: place.path, PORT: '0' },
    { nodeOptions: redirectImport('@linju/schema', door) },
  );
  expect(output).toContain(
    'FAIL  schema: schema/supergraph.graphql is not what the subgraphs say.',
  );
  expect(output).toContain('      → Run `npm run schema`, then start again.');
  expect(exitCode).toBe(3);
});

test('settings that cannot be used are wrong, and the other checks go on', async () => {
  await using data = await makeDataDirectory();
  const { exitCode, output } = await linju.run(['doctor'], {
    LINJU_DATA_DIR: data.path,
    PORT: 'abc',
  });
  expect(output).toContain('FAIL  settings: PORT: received "abc"');
  expect(output).toMatch(/^(ok {2}|FAIL) {2}schema: /m);
  expect(exitCode).toBe(3);
});

async function forgetLastMigration(adminUrl: string, schema: string): Promise<string> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  const [forgotten] = await sql<{ name: string }[]>`
    delete from ${sql(schema)}.migration
    where number = (select max(number) from ${sql(schema)}.migration) returning name`;
  await sql.end();
  return forgotten?.name ?? '';
}

/** A copy of one of our packages that a test may change; it finds its dependencies in the checkout. */
async function copyPackage(name: string, folder: string): Promise<string> {
  await cp(join(checkout, name), join(folder, name), {
    recursive: true,
    filter: (path) => !path.endsWith('node_modules'),
  });
  await symlink(join(checkout, 'node_modules'), join(folder, 'node_modules'));
  return join(folder, name);
}
