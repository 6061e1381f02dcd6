import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import postgres, { type Sql, type TransactionSql } from 'postgres';

import { packageFile } from '../package-file.js';

/** One numbered step of a subgraph's tables. Never edited once released. */
export interface Migration {
  /** 0001, 0002, …; 0000 is what all subgraphs have in common. */
  readonly number: number;
  /** The file's name without its ending: `0001_create_funds`. */
  readonly name: string;
  readonly sql: string;
}

export interface MigrateOptions {
  /** A login that may create roles and schemas. */
  readonly adminUrl: string;
  readonly schema: string;
  readonly migrations: readonly Migration[];
  /** The password to give the subgraph's own role. */
  readonly rolePassword: string;
  /** Told before each step that runs. */
  readonly onStep?: (name: string) => void;
}

/** The role that owns every table and never logs in. */
export const ownerRole = 'linju_owner';

/** The login role of a subgraph: it may read and write its own schema and nothing else. */
export const roleOf = (schema: string): string => `linju_${schema}`;

/**
 * Brings one subgraph's schema up to date: roles, schema, then each migration that is missing, each
 * in a transaction of its own. Any number of processes may try at once; one does the work.
 * @returns the names of the steps that ran now; empty when all was there
 * @throws Error when a released migration was edited, or the login may not create roles
 */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  const sql = postgres(options.adminUrl, { max: 1, onnotice: () => {} });
  try {
    await ensureRoles(sql, options);
    const steps = [await baseMigration(), ...options.migrations];
    const ran: string[] = [];
    for (const step of steps) {
      if (await sql.begin((tx) => runStep(tx, step, options))) ran.push(step.name);
    }
    return ran;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** Which steps are still to run, without running them. A schema that is not there misses all. */
export async function missingMigrations(
  options: Pick<MigrateOptions, 'adminUrl' | 'schema' | 'migrations'>,
): Promise<readonly string[]> {
  const sql = postgres(options.adminUrl, { max: 1, onnotice: () => {} });
  try {
    const steps = [await baseMigration(), ...options.migrations];
    const [there] = await sql`select to_regclass(${`${options.schema}.migration`}) as id`;
    if (!there?.['id']) return steps.map(({ name }) => name);
    const done = await sql`select number from ${sql(options.schema)}.migration`;
    const numbers = new Set(done.map((row) => row['number'] as number));
    return steps.filter(({ number }) => !numbers.has(number)).map(({ name }) => name);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/**
 * Reads the migrations of a folder: `0001_create_funds.sql`, in the order of their numbers.
 * @throws Error for a file without a number, or two with one number
 */
export async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort();
  const migrations = await Promise.all(
    files.map(async (file) => ({
      number: Number(/^(\d{4})_/.exec(file)?.[1]),
      name: file.replace(/\.sql$/, ''),
      sql: await readFile(join(folder, file), 'utf8'),
    })),
  );
  const numbers = new Set(migrations.map(({ number }) => number));
  if (numbers.has(Number.NaN) || numbers.size !== migrations.length) {
    throw new Error(`Migrations in ${folder} need four-digit numbers, each once.`);
  }
  return migrations;
}

async function baseMigration(): Promise<Migration> {
  return {
    number: 0,
    name: '0000_base',
    sql: await readFile(packageFile(import.meta.url, 'data/base-schema.sql'), 'utf8'),
  };
}

async function ensureRoles(sql: Sql, { schema, rolePassword }: MigrateOptions): Promise<void> {
  await createRole(sql, ownerRole, 'nologin');
  await createRole(sql, roleOf(schema), 'login noinherit');
  // Roles belong to the whole server, so another database's migration may be at the same row.
  await ignoreRace(() =>
    sql.unsafe(`alter role ${roleOf(schema)} password '${rolePassword.replaceAll("'", "''")}'`),
  );
  await ignoreRace(() => sql.unsafe(`grant ${ownerRole} to current_user`));
  await sql.unsafe(`
    do $$ begin
      execute format('grant connect, create on database %I to ${ownerRole}', current_database());
      execute format('grant connect on database %I to ${roleOf(schema)}', current_database());
      execute format('revoke all on database %I from public', current_database());
    end $$`);
}

async function createRole(sql: Sql, role: string, attributes: string): Promise<void> {
  const [known] = await sql`select 1 from pg_roles where rolname = ${role}`;
  if (known) return;
  await ignoreRace(() => sql.unsafe(`create role ${role} ${attributes}`));
}

const racedCodes = new Set(['23505', '42710', 'XX000']);

async function ignoreRace(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!racedCodes.has((error as { code?: string }).code ?? '')) throw error;
  }
}

async function runStep(
  tx: TransactionSql,
  step: Migration,
  { schema, onStep }: MigrateOptions,
): Promise<boolean> {
  await tx`select pg_advisory_xact_lock(hashtext(${`linju migrate ${schema}`}))`;
  await tx.unsafe(`set local role ${ownerRole}`);
  // Row policies bind the owner too, so a migration that fills a table says who it is.
  await tx`select set_config('linju.viewer', '{"role":"SYSTEM"}', true)`;
  await tx.unsafe(`
    create schema if not exists ${schema};
    grant usage on schema ${schema} to ${roleOf(schema)};
    create table if not exists ${schema}.migration (
      number int primary key, name text not null, checksum text not null,
      applied_at timestamptz not null default now());`);
  const checksum = createHash('sha256').update(step.sql).digest('hex');
  const [done] = await tx`
    select name, checksum from ${tx(schema)}.migration where number = ${step.number}`;
  if (done && done['checksum'] !== checksum) {
    throw new Error(
      `Migration ${step.name} of ${schema} was changed after it had run here. ` +
        `Put it back as it was and write a new one.`,
    );
  }
  if (done) return false;
  onStep?.(step.name);
  await tx.unsafe(step.sql.replaceAll('{{schema}}', schema).replaceAll('{{role}}', roleOf(schema)));
  await tx`
    insert into ${tx(schema)}.migration (number, name, checksum)
    values (${step.number}, ${step.name}, ${checksum})`;
  return true;
}
