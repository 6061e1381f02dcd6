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
    roleUrl: (schema) => {
      const url = new URL(adminUrl);
      url.username = roleOf(schema);
      url.password = rolePassword;
      return url.href;
    },
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

/** Migrates, seeds and opens one subgraph alone. */
export async function startTestSubgraph(
  blueprint: SubgraphBlueprint,
  options: TestSubgraphOptions = {},
): Promise<TestSubgraph> {
  const testDatabase = await createTestDatabase();
  await migrate({
    adminUrl: testDatabase.adminUrl,
    schema: blueprint.name,
    migrations: await blueprint.migrations(),
    rolePassword,
  });
  const statements: string[] = [];
  const database = openDatabase({
    url: testDatabase.roleUrl(blueprint.name),
    schema: blueprint.name,
    refusals: blueprint.refusals,
    onStatement: (text) => statements.push(text),
    ...options.database,
  });
  const parts = { database, clock: options.clock ?? systemClock, newId: newUlidId };
  await plantAreas(database, blueprint.tables, areas);
  if (options.seeded !== false) await blueprint.seed(parts, () => {});
  const door = blueprint.createSubgraph(parts);
  statements.length = 0;
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
