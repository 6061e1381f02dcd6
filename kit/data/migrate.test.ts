import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { brokenSchemaLaws } from '../../test/support/schema-laws.js';
import {
  createEmptyDatabase,
  dropDatabase,
  labMigrations,
  rolePassword,
  withLogin,
} from '../test-support/kit-database.js';
import { migrate, missingMigrations, type MigrateOptions } from './migrate.js';
import { readMigrations, type Migration } from './migration.js';
import { ownerRole } from './roles.js';

const step = (number: number, sql: string): Migration => ({
  number,
  name: `${String(number).padStart(4, '0')}_step`,
  sql,
});
const one = step(1, 'create table {{schema}}.one (id text primary key)');
const two = step(2, 'insert into {{schema}}.one values (2)');
const three = step(3, 'insert into {{schema}}.one values (3)');

let name: string;
let adminUrl: string;

beforeEach(async () => ({ name, adminUrl } = await createEmptyDatabase()));
afterEach(() => dropDatabase(name));

const run = (migrations: readonly Migration[], options: Partial<MigrateOptions> = {}) =>
  migrate({ adminUrl, schema: 'steps', migrations, rolePassword, ...options });

async function ask<Row extends object>(text: string, url = adminUrl): Promise<Row[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {}, connection: { DateStyle: 'ISO' } });
  try {
    return [...(await sql.unsafe<Row[]>(text))];
  } finally {
    await sql.end();
  }
}

test('steps run in the order of their numbers, once', async () => {
  expect(await run([three, one, two])).toEqual([
    '0000_base',
    '0001_step',
    '0002_step',
    '0003_step',
  ]);
  expect(await run([one, two, three])).toEqual([]);
  expect(await ask('select id from steps.one order by id')).toEqual([{ id: '2' }, { id: '3' }]);
});

test('missing steps are named without being run', async () => {
  const missing = (migrations: readonly Migration[]) =>
    missingMigrations({ adminUrl, schema: 'steps', migrations });
  expect(await missing([one, two])).toEqual(['0000_base', '0001_step', '0002_step']);
  await run([one]);
  expect(await missing([one, two])).toEqual(['0002_step']);
  await run([one, two]);
  expect(await missing([one, two])).toEqual([]);
});

test('a step that was changed after it ran is refused, and nothing behind it runs', async () => {
  await run([one]);
  await expect(run([{ ...one, sql: `${one.sql} ` }, two])).rejects.toThrow(
    'Migration 0001_step of steps was changed after it had run here.',
  );
  expect(await ask('select id from steps.one')).toEqual([]);
});

test('a step below one that has run is refused', async () => {
  await run([one, three]);
  await expect(run([one, two, three])).rejects.toThrow(
    'Migration 0002_step of steps comes before 0003_step, which has run here already.',
  );
});

test('a step that fails leaves nothing of itself; the steps before it stand', async () => {
  const broken = step(2, 'create table {{schema}}.half (id int); select 1 / 0');
  await expect(run([one, broken])).rejects.toThrow('division by zero');
  expect(await ask(`select to_regclass('steps.half') as half`)).toEqual([{ half: null }]);
  expect(await run([one, two])).toEqual(['0002_step']);
});

test('of 16 processes at once on one database one runs each step', async () => {
  const runs = await Promise.all(Array.from({ length: 16 }, () => run([one, two, three])));
  expect(runs.flat().sort()).toEqual(['0000_base', '0001_step', '0002_step', '0003_step']);
}, 60_000);

test('six databases of one server at once share the roles, which belong to the server', async () => {
  const databases = await Promise.all(Array.from({ length: 6 }, createEmptyDatabase));
  try {
    const schemas = ['race_a', 'race_b'];
    const runs = databases.flatMap((database) =>
      schemas.map((schema) => run([], { schema, adminUrl: database.adminUrl })),
    );
    expect((await Promise.all(runs)).flat()).toEqual(Array(12).fill('0000_base'));
    const url = withLogin(databases[0]!.adminUrl, 'linju_race_a');
    expect(await ask('select current_user::text as me', url)).toEqual([{ me: 'linju_race_a' }]);
  } finally {
    await Promise.all(databases.map((database) => dropDatabase(database.name)));
  }
}, 60_000);

test('a name that is more than a name is refused before it reaches SQL', async () => {
  for (const schema of [
    '',
    'Steps',
    'a"b',
    'steps; drop table x',
    '1st',
    'owner',
    'a'.repeat(42),
  ]) {
    await expect(run([one], { schema })).rejects.toThrow('cannot name a schema');
  }
});

test('a quote in the password is a part of it', async () => {
  await run([one], { schema: 'quoted', rolePassword: `it's "1"` });
  const url = new URL(withLogin(adminUrl, 'linju_quoted'));
  url.password = encodeURIComponent(`it's "1"`);
  expect(await ask('select 1 as ok', url.href)).toEqual([{ ok: 1 }]);
});

test('a login without the needed rights is told which', async () => {
  await ask(`create role plain_${name} login password '${rolePassword}'`);
  const url = withLogin(adminUrl, `plain_${name}`);
  await ask(`grant connect on database ${name} to plain_${name}`);
  await expect(run([one], { adminUrl: url })).rejects.toThrow(
    'This login may not set up the roles of steps',
  );
});

test('a login with CREATEROLE that owns the database needs no superuser', async () => {
  const admin = `admin_${name}`;
  const schema = `real_${name}`;
  await ask(`create role ${admin} login createrole password '${rolePassword}'`);
  await ask(`grant ${ownerRole} to ${admin} with admin option`);
  await ask(`alter database ${name} owner to ${admin}`);
  const options = { schema, migrations: labMigrations.map(inSchema(schema)), rolePassword };
  const url = withLogin(adminUrl, admin);

  expect(await migrate({ ...options, adminUrl: url })).toEqual(['0000_base', '0001_create_lab']);
  expect(await migrate({ ...options, adminUrl: url })).toEqual([]);
  expect(await missingMigrations({ ...options, adminUrl: url })).toEqual([]);
  expect(await brokenSchemaLaws(adminUrl)).toEqual([]);
});

const inSchema =
  (schema: string) =>
  (migration: Migration): Migration => ({
    ...migration,
    sql: migration.sql.replaceAll('lab.', `${schema}.`),
  });

test('a role that was made by hand and may too much is refused', async () => {
  const schema = `loose_${name}`;
  await ask(`create role linju_${schema} login bypassrls`);
  await expect(run([one], { schema })).rejects.toThrow('row policies would not hold');
  await ask(`alter role linju_${schema} nobypassrls; grant ${ownerRole} to linju_${schema}`);
  await expect(run([one], { schema })).rejects.toThrow('member of another role');
  await ask(
    `revoke ${ownerRole} from linju_${schema}; grant create on schema public to linju_${schema}`,
  );
  await expect(run([one], { schema })).rejects.toThrow('may create objects in schema public');
});

test('files of migrations are read by their numbers; anything else among them is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'linju-migrations-'));
  try {
    await writeFile(join(folder, '0002_second.sql'), 'select 2;\r\nselect 3;');
    await writeFile(join(folder, '0001_first.sql'), 'select 1;');
    await writeFile(join(folder, 'README.md'), 'not a migration');
    expect(await readMigrations(folder)).toEqual([
      { number: 1, name: '0001_first', sql: 'select 1;' },
      { number: 2, name: '0002_second', sql: 'select 2;\nselect 3;' },
    ]);
    for (const file of ['0000_base.sql', 'third.sql', '0002_twin.sql']) {
      await writeFile(join(folder, file), '');
      await expect(readMigrations(folder)).rejects.toThrow('need four-digit numbers');
      await rm(join(folder, file));
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});
