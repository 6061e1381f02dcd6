import type { Sql } from 'postgres';

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

/**
 * Makes the owner's role and the subgraph's, and gives them what they need in this database. Roles
 * belong to the whole server, so migrations of other databases may be at the same rows: whoever
 * loses such a race tries again.
 * @throws Error when the login may not do it, or a role may more than it should
 */
export async function ensureRoles(
  sql: Sql,
  { schema, rolePassword }: { readonly schema: string; readonly rolePassword: string },
): Promise<void> {
  const role = roleOf(schema);
  const steps = [
    createIfMissing(ownerRole, 'nologin'),
    createIfMissing(role, 'login noinherit'),
    `alter role ${role} password '${rolePassword.replaceAll("'", "''")}'`,
    becomeMember,
    openDatabaseTo(role),
    closePublicSchema,
  ];
  await explaining(schema, async () => {
    for (const step of steps) await winRace(() => sql.unsafe(step));
  });
  await requireHarmless(sql, role);
}

const createIfMissing = (role: string, attributes: string): string => `
  do $$ begin
    if not exists (select from pg_roles where rolname = '${role}') then
      create role ${role} ${attributes};
    end if;
  end $$`;

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

async function winRace(work: () => Promise<unknown>): Promise<void> {
  for (let race = 1; ; race += 1) {
    try {
      await work();
      return;
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
    throw new Error(
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
    throw new Error(`Role ${ownerRole} must not log in. Run: alter role ${ownerRole} nologin`);
  }
  if (found?.['mayTooMuch']) {
    throw new Error(
      `Role ${role} may more than its own tables, so row policies would not hold. Run: ` +
        `alter role ${role} nosuperuser nobypassrls nocreaterole nocreatedb noreplication`,
    );
  }
  if (found?.['isMember']) {
    throw new Error(`Role ${role} is a member of another role. Revoke that: it must be in none.`);
  }
  if (found?.['createsInPublic']) {
    throw new Error(
      `Role ${role} may create objects in schema public. Run as its owner: ` +
        'revoke create on schema public from public',
    );
  }
}
