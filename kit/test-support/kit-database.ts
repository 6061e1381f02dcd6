import { randomBytes } from 'node:crypto';

import postgres, { type Sql } from 'postgres';
import { inject } from 'vitest';

import { openDatabase, type Database, type DatabaseOptions } from '../data/database.js';
import { migrate } from '../data/migrate.js';
import type { Migration } from '../data/migration.js';
import { roleOf } from '../data/roles.js';

/** A database of one test file, with the made-up schema `lab`, dropped at its end. */
export interface KitDatabase extends AsyncDisposable {
  readonly adminUrl: string;
  /** A superuser's connection: it passes every policy, and may kill others. */
  readonly admin: Sql;
  /** The address of the schema's own role. */
  readonly roleUrl: string;
  /** Opens the schema through its own role; closed at the end of the file. */
  open(options?: Partial<DatabaseOptions>): Database;
}

/** The password of every role that these tests make. */
export const rolePassword = 'test';

const labSql = `
  create table lab.note (
    id            text primary key,
    parent        text not null,
    district_code text not null,
    street_code   text,
    name          text not null,
    at            timestamptz(3) not null default '2024-09-20T00:00:00Z',
    day           date,
    fen           bigint not null default 0,
    tags          text[] not null default '{}',
    body          jsonb,
    constraint note_named check (name <> ''),
    constraint note_name_unique unique (parent, name)
  );
  create index note_of_parent on lab.note (parent, at, id);
  create index note_of_district on lab.note (district_code, name, id);
  create index note_of_street on lab.note (street_code, name, id);
  call lab.protect('note', 'public', 'district_code', 'null', 'select, insert, update, delete');
  create table lab.note_internal (
    note_id       text primary key references lab.note,
    district_code text not null,
    partner_id    text,
    order_number  text not null
  );
  call lab.protect('note_internal', 'internal', 'district_code', 'partner_id');`;

/** The one migration of the schema `lab`. */
export const labMigrations: readonly Migration[] = [
  { number: 1, name: '0001_create_lab', sql: labSql },
];

/** Makes an empty database on the run's server. */
export async function createEmptyDatabase(): Promise<{ name: string; adminUrl: string }> {
  const name = `kit_${randomBytes(6).toString('hex')}`;
  await onServer((sql) => sql.unsafe(`create database ${name}`));
  return { name, adminUrl: withDatabase(inject('adminUrl'), name) };
}

/** Drops it, whoever is still connected. */
export const dropDatabase = (name: string): Promise<unknown> =>
  onServer((sql) => sql.unsafe(`drop database if exists ${name} with (force)`));

/** Makes a database with the schema `lab`. */
export async function createKitDatabase(): Promise<KitDatabase> {
  const { name, adminUrl } = await createEmptyDatabase();
  await migrate({ adminUrl, schema: 'lab', migrations: labMigrations, rolePassword });
  const admin = postgres(adminUrl, { max: 2, onnotice: () => {} });
  const opened: Database[] = [];
  const roleUrl = withLogin(adminUrl, roleOf('lab'));
  return {
    adminUrl,
    admin,
    roleUrl,
    open: (options = {}) => {
      const database = openDatabase({ url: roleUrl, schema: 'lab', waitMs: 20_000, ...options });
      opened.push(database);
      return database;
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(opened.map((database) => database.close()));
      await admin.end({ timeout: 1 });
      await dropDatabase(name);
    },
  };
}

/** The same address for another login with the tests' password. */
export function withLogin(url: string, user: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = rolePassword;
  return changed.href;
}

async function onServer(work: (sql: Sql) => Promise<unknown>): Promise<unknown> {
  const sql = postgres(inject('adminUrl'), { max: 1, onnotice: () => {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
