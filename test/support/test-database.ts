import { randomBytes } from 'node:crypto';

import {
  migrate,
  newUlidId,
  openDatabase,
  plantAreas,
  roleOf,
  systemClock,
  type Clock,
  type Database,
  type DatabaseOptions,
  type SubgraphBlueprint,
  type SubgraphDoor,
} from '@linju/kit';
import postgres from 'postgres';
import { inject } from 'vitest';

import { areas } from '../../cli/wire/subgraphs.js';

const rolePassword = 'test';

/** A database of one test, dropped at its end. */
export interface TestDatabase extends AsyncDisposable {
  readonly adminUrl: string;
  /** The address of a subgraph's own role. */
  roleUrl(schema: string): string;
}

/** Makes an empty database on the run's server, or a copy of another one. */
export async function createTestDatabase(template = 'template1'): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  await onServer((sql) => sql.unsafe(`create database ${name} template ${template}`));
  const adminUrl = withDatabase(inject('adminUrl'), name);
  return {
    adminUrl,
    roleUrl: (schema) => asRole(adminUrl, schema),
    [Symbol.asyncDispose]: async () => {
      await onServer((sql) => sql.unsafe(`drop database if exists ${name} with (force)`));
    },
  };
}

/** A subgraph on a database of its own. */
export interface TestSubgraph extends AsyncDisposable {
  readonly door: SubgraphDoor;
  readonly database: Database;
  readonly testDatabase: TestDatabase;
  /** The SQL texts sent since the last call, the transactions' frames left out. */
  takeStatements(): string[];
}

export interface TestSubgraphOptions {
  readonly clock?: Clock;
  /** Whether the sourced facts are planted; they are unless this is false. */
  readonly seeded?: boolean;
  readonly database?: Partial<DatabaseOptions>;
}

/** Opens one subgraph alone, on a copy of its migrated (and seeded) database. */
export async function startTestSubgraph(
  blueprint: SubgraphBlueprint,
  options: TestSubgraphOptions = {},
): Promise<TestSubgraph> {
  const { clock = systemClock, seeded = true } = options;
  const testDatabase = await createTestDatabase(await templateOf([blueprint], seeded));
  const statements: string[] = [];
  const database = openTestDatabase(testDatabase, blueprint, {
    onStatement: (text) => statements.push(text),
    ...options.database,
  });
  const door = blueprint.createSubgraph({ database, clock, newId: newUlidId });
  return {
    door,
    database,
    testDatabase,
    takeStatements: () => statements.splice(0),
    [Symbol.asyncDispose]: async () => {
      await door.close();
      await testDatabase[Symbol.asyncDispose]();
    },
  };
}

/** A subgraph's own login to a test's database. */
export const openTestDatabase = (
  testDatabase: TestDatabase,
  { name, refusals }: SubgraphBlueprint,
  options: Partial<DatabaseOptions> = {},
): Database =>
  openDatabase({
    url: testDatabase.roleUrl(name),
    schema: name,
    refusals,
    // A busy machine is no fault; the tests of the wait itself say how long.
    waitMs: 20_000,
    ...options,
  });

/**
 * A database to copy from, made once in a run: migrating and seeding takes seconds, copying does not.
 * It gets its final name when it is complete, so that a half-made one is never copied.
 */
export async function templateOf(
  blueprints: readonly SubgraphBlueprint[],
  seeded: boolean,
): Promise<string> {
  const name = `template_${blueprints.map((blueprint) => blueprint.name).join('_')}${seeded ? '_seeded' : ''}`;
  await onServer(async (sql) => {
    await sql`select pg_advisory_lock(hashtext(${name}))`;
    const [known] = await sql`select 1 from pg_database where datname = ${name}`;
    if (known) return;
    await sql.unsafe(`drop database if exists ${name}_unfinished with (force)`);
    await sql.unsafe(`create database ${name}_unfinished`);
    await fillTemplate(withDatabase(inject('adminUrl'), `${name}_unfinished`), blueprints, seeded);
    await sql.unsafe(`alter database ${name}_unfinished rename to ${name}`);
  });
  return name;
}

async function fillTemplate(
  adminUrl: string,
  blueprints: readonly SubgraphBlueprint[],
  seeded: boolean,
): Promise<void> {
  for (const blueprint of blueprints) {
    const { name: schema, migrations } = blueprint;
    await migrate({ adminUrl, schema, migrations: await migrations(), rolePassword });
    const url = asRole(adminUrl, schema);
    const database = openDatabase({ url, schema, refusals: blueprint.refusals });
    await plantAreas(database, blueprint.tables, areas);
    if (seeded) {
      await blueprint.seed({ database, clock: systemClock, newId: newUlidId }, () => {});
    }
    await database.close();
  }
}

function asRole(adminUrl: string, schema: string): string {
  const url = new URL(adminUrl);
  url.username = roleOf(schema);
  url.password = rolePassword;
  return url.href;
}

async function onServer(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(inject('adminUrl'), { max: 1, onnotice: () => {} });
  try {
    await work(sql);
  } finally {
    await sql.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
