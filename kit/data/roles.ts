import type { Sql } from 'postgres';

import { codeOf } from './retry.js';
import { withAdmin } from './with-admin.js';

/** The role that owns every table and never logs in. */
export const ownerRole = 'linju_owner';

/** The login role of a subgraph: it may read and write its own schema and nothing else. */
export const roleOf = (schema: string): string => `linju_${schema}`;

/**
 * Lets a schema's name pass that may stand in SQL as it is, and in the role's name.
 * @throws Error for any other
 */
export function requireSchemaName(schema: string): void {
  if (/^[a-z][a-z0-9_]{0,40}$/.test(schema) && roleOf(schema) !== ownerRole) return;
  throw new Error(
    `${JSON.stringify(schema)} cannot name a schema. Take lower-case letters, digits and _, at most 41.`,
  );
}

/** The roles are not as this installation needs them; the message says what to do. */
export class RoleError extends Error {
  override readonly name = 'RoleError';
}

/** What a subgraph's roles are made from. */
export interface RoleOptions {
  readonly adminUrl: string;
  readonly schema: string;
  readonly rolePassword: string;
  /** Whether a role that is there already gets this password. */
  readonly resetPassword?: boolean;
}

/**
 * Makes the owner's role and the subgraph's, and gives them what they need in this database. Roles
 * belong to the whole server, so migrations of other databases may be at the same rows: whoever
 * loses such a race tries again. And another linju may log in as the same role, so its password is
 * never changed unless that is said.
 * @throws RoleError when the login may not do it, a role may more than it should, or it has another
 *         password
 */
export async function ensureRoles(sql: Sql, options: RoleOptions): Promise<void> {
  const { schema, rolePassword, resetPassword = false } = options;
  const role = roleOf(schema);
  const password = `password '${rolePassword.replaceAll("'", "''")}'`;
  await explaining(schema, async () => {
    const made = await winRace(() => createRole(sql, role, `login noinherit ${password}`));
    if (resetPassword && !made) await winRace(() => sql.unsafe(`alter role ${role} ${password}`));
    if (!resetPassword && !made) await requirePassword(options);
    await winRace(() => createRole(sql, ownerRole, 'nologin'));
    for (const step of [becomeMember, openDatabaseTo(role), closePublicSchema]) {
      await winRace(() => sql.unsafe(step));
    }
  });
  await requireHarmless(sql, role);
}

/** Made with its password in one statement: who finds a role may log in to it. */
async function createRole(sql: Sql, role: string, attributes: string): Promise<boolean> {
  const [known] = await sql`select from pg_roles where rolname = ${role}`;
  if (!known) await sql.unsafe(`create role ${role} ${attributes}`);
  return !known;
}

// Only a wrong password is looked for: whatever else keeps the role out is said when it logs in.
async function requirePassword({ adminUrl, schema, rolePassword }: RoleOptions): Promise<void> {
  const login = new URL(adminUrl);
  login.username = roleOf(schema);
  login.password = encodeURIComponent(rolePassword);
  try {
    await withAdmin(login.href, (sql) => sql`select`);
  } catch (error) {
    if (codeOf(error) !== '28P01') return;
    throw new RoleError(otherPassword(schema), { cause: error });
  }
}

const otherPassword = (schema: string): string =>
  `Role ${roleOf(schema)} is on this server already, with another password than this installation's, or none. ` +
  'Roles belong to the whole server: a new password would lock out the linju that made it, and nothing was ' +
  `changed. Set LINJU_SECRET to that linju's secret, or ${schema.toUpperCase()}_DATABASE_URL to the role's ` +
  'login. If nobody else uses the role, `linju migrate --reset-passwords` gives it the password of this one.';

// The steps run as the owner, so the login must be its member; a superuser may act for anybody. A
// login that is a member already may lack the right to say so again.
const becomeMember = `
  do $$ begin
    if (select rolsuper from pg_roles where rolname = current_user) then return; end if;
    grant ${ownerRole} to current_user;
  exception when insufficient_privilege then
    if not pg_has_role(current_user, '${ownerRole}', 'member') then raise; end if;
  end $$`;

const openDatabaseTo = (role: string): string => `
  do $$ begin
    execute format('grant connect, create on database %I to ${ownerRole}', current_database());
    execute format('grant connect on database %I to ${role}', current_database());
    execute format('revoke all on database %I from public', current_database());
  end $$`;

// From Postgres 15 on nobody may create in public; older servers still let everybody.
const closePublicSchema = `
  do $$ begin
    revoke create on schema public from public;
  exception when insufficient_privilege or invalid_schema_name then null;
  end $$`;

// Duplicate key, duplicate role, and "tuple concurrently updated", which has no code of its own.
const racedCodes = new Set(['23505', '42710', 'XX000']);
const racesMax = 50;

async function winRace<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let race = 1; ; race += 1) {
    try {
      return await work();
    } catch (error) {
      if (race === racesMax || !racedCodes.has((error as { code?: string }).code ?? ''))
        throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
    }
  }
}

async function explaining(schema: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw new RoleError(
      `This login may not set up the roles of ${schema}: ${(error as Error).message}. ` +
        'It needs CREATEROLE, it must own the database, and where the roles exist already, it must ' +
        `be the login that made them (or: grant ${ownerRole}, ${roleOf(schema)} to it with admin option).`,
      { cause: error },
    );
  }
}

// Row policies do not bind a superuser or a role with BYPASSRLS, and a member of the owner could
// undo them: a role made by hand must not open what the policies close.
async function requireHarmless(sql: Sql, role: string): Promise<void> {
  const [found] = await sql`
    select
      (select rolcanlogin from pg_roles where rolname = ${ownerRole}) as "ownerLogsIn",
      rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as "mayTooMuch",
      exists (select from pg_auth_members m where m.member = r.oid) as "isMember",
      exists (select from pg_namespace n where nspname = 'public'
        and has_schema_privilege(r.oid, n.oid, 'create')) as "createsInPublic"
    from pg_roles r where rolname = ${role}`;
  if (found?.['ownerLogsIn']) {
    throw new RoleError(`Role ${ownerRole} must not log in. Run: alter role ${ownerRole} nologin`);
  }
  if (found?.['mayTooMuch']) {
    throw new RoleError(
      `Role ${role} may more than its own tables, so row policies would not hold. Run: ` +
        `alter role ${role} nosuperuser nobypassrls nocreaterole nocreatedb noreplication`,
    );
  }
  if (found?.['isMember']) {
    throw new RoleError(
      `Role ${role} is a member of another role. Revoke that: it must be in none.`,
    );
  }
  if (found?.['createsInPublic']) {
    throw new RoleError(
      `Role ${role} may create objects in schema public. Run as its owner: ` +
        'revoke create on schema public from public',
    );
  }
}
