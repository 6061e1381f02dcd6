import type { TransactionSql } from 'postgres';

import { baseMigration, checksumOf, type Migration } from './migration.js';
import { ensureRoles, ownerRole, requireSchemaName, roleOf } from './roles.js';
import { withAdmin } from './with-admin.js';

export { withAdmin } from './with-admin.js';

export interface MigrateOptions {
  /** A login that may create roles and schemas. */
  readonly adminUrl: string;
  /** Lower-case letters, digits and `_`, a letter first; it also names the role. */
  readonly schema: string;
  readonly migrations: readonly Migration[];
  /** The password of the subgraph's own role, which is made with it. */
  readonly rolePassword: string;
  /** Gives a role that is there already this password, whoever else on the server uses it. */
  readonly resetPassword?: boolean;
  /** Told before each step that runs. */
  readonly onStep?: (name: string) => void;
}

/**
 * Brings one subgraph's schema up to date: roles, schema, then each migration that is missing, in the
 * order of their numbers, each in a transaction of its own. Any number of processes may try at once;
 * one does the work.
 * @returns the names of the steps that ran now; empty when all was there
 * @throws Error when a released migration was edited, when one is older than what has run, when
 *         the role has another password, or when the login may not do what is needed; it says what to do
 */
export async function migrate(options: MigrateOptions): Promise<readonly string[]> {
  requireSchemaName(options.schema);
  return withAdmin(options.adminUrl, async (sql) => {
    await ensureRoles(sql, options);
    const ran: string[] = [];
    for (const step of await stepsOf(options)) {
      if (await sql.begin((tx) => runStep(tx, step, options))) ran.push(step.name);
    }
    return ran;
  });
}

/** Which steps are still to run, without running them. A schema that is not there misses all. */
export async function missingMigrations(
  options: Pick<MigrateOptions, 'adminUrl' | 'schema' | 'migrations'>,
): Promise<readonly string[]> {
  requireSchemaName(options.schema);
  return withAdmin(options.adminUrl, async (sql) => {
    const steps = await stepsOf(options);
    const [there] = await sql`select to_regclass(${`${options.schema}.migration`}) as id`;
    if (!there?.['id']) return steps.map(({ name }) => name);
    const done = await sql`select number from ${sql(options.schema)}.migration`;
    const numbers = new Set(done.map((row) => row['number'] as number));
    return steps.filter(({ number }) => !numbers.has(number)).map(({ name }) => name);
  });
}

const stepsOf = async ({
  migrations,
}: Pick<MigrateOptions, 'migrations'>): Promise<readonly Migration[]> => [
  await baseMigration(),
  ...[...migrations].sort((a, b) => a.number - b.number),
];

async function runStep(
  tx: TransactionSql,
  step: Migration,
  { schema, onStep }: MigrateOptions,
): Promise<boolean> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`linju migrate ${schema}`}, 0))`;
  await tx.unsafe(`set local role ${ownerRole}`);
  // Row policies bind the owner too, so a migration that fills a table says who it is.
  await tx`select set_config('linju.viewer', '{"role":"SYSTEM"}', true)`;
  await createSchema(tx, schema);
  if (await hasRun(tx, step, schema)) return false;
  onStep?.(step.name);
  await tx.unsafe(step.sql.replaceAll('{{schema}}', schema).replaceAll('{{role}}', roleOf(schema)));
  await tx`
    insert into ${tx(schema)}.migration (number, name, checksum)
    values (${step.number}, ${step.name}, ${checksumOf(step)})`;
  return true;
}

async function createSchema(tx: TransactionSql, schema: string): Promise<void> {
  const [there] = await tx`select to_regclass(${`${schema}.migration`}) as id`;
  if (there?.['id']) return;
  await tx.unsafe(`
    create schema if not exists ${schema};
    grant usage on schema ${schema} to ${roleOf(schema)};
    create table ${schema}.migration (
      number int primary key, name text not null, checksum text not null,
      applied_at timestamptz not null default now());`);
}

// A step that is missing below one that has run came from another branch: what it would find is not
// what it was written for.
async function hasRun(tx: TransactionSql, step: Migration, schema: string): Promise<boolean> {
  const [done] = await tx`
    select checksum from ${tx(schema)}.migration where number = ${step.number}`;
  if (done && done['checksum'] !== checksumOf(step)) {
    throw new Error(
      `Migration ${step.name} of ${schema} was changed after it had run here. ` +
        'Put it back as it was and write a new one.',
    );
  }
  if (done) return true;
  const [newer] = await tx`
    select name from ${tx(schema)}.migration where number > ${step.number} order by number limit 1`;
  if (!newer) return false;
  throw new Error(
    `Migration ${step.name} of ${schema} comes before ${newer['name']}, which has run here already. ` +
      'Give it the next free number.',
  );
}
