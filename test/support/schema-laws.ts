import { ownerRole } from '@linju/kit';
import postgres from 'postgres';

/**
 * What must hold for every schema of linju in a database, read from the catalogue. Row policies are the
 * last wall; these are the holes a wall can have.
 */
const laws: Readonly<Record<string, string>> = {
  'forces row-level security on every table': `
    select format('%I.%I', schema, name) as broken from linju_tables
    where not (forced and policies > 0) and name <> 'migration'`,

  'has no policy that lets everybody through': `
    select format('%s on %I.%I', p.policyname, p.schemaname, p.tablename) as broken
    from pg_policies p join linju_schemas s on s.schema = p.schemaname
    where 'true' in (p.qual, p.with_check)`,

  'lets every policy bind every role': `
    select format('%s on %I.%I', p.policyname, p.schemaname, p.tablename) as broken
    from pg_policies p join linju_schemas s on s.schema = p.schemaname
    where p.roles <> '{public}' or p.permissive <> 'PERMISSIVE'`,

  'has a policy for each thing the role may do': `
    select format('%s on %I.%I', lower(g.privilege), g.schema, g.name) as broken
    from linju_grants g
    where not exists (
      select from pg_policies p
      where p.schemaname = g.schema and p.tablename = g.name
        and p.cmd in ('ALL', g.privilege))`,

  'gives its tables to its own role only, to read and write': `
    select format('%s on %I.%I to %s', g.privilege, g.schema, g.name, g.grantee) as broken
    from linju_grants g
    where g.grantee <> 'linju_' || g.schema
      or g.privilege not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`,

  'lets views see with the eyes of who asks': `
    select format('%I.%I', n.nspname, c.relname) as broken
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join linju_schemas s on s.schema = n.nspname
    where (c.relkind = 'v' and not coalesce(c.reloptions::text[] && '{security_invoker=true,security_invoker=on}', false))
      or c.relkind = 'm'`,

  'is owned by the owner, who never logs in': `
    select format('%I.%I', n.nspname, c.relname) as broken
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join linju_schemas s on s.schema = n.nspname
    where c.relkind in ('r', 'p', 'v', 'S') and pg_get_userbyid(c.relowner) <> '${ownerRole}'
    union all
    select rolname from pg_roles where rolname = '${ownerRole}' and rolcanlogin`,

  'has no function that borrows rights, or that looks names up in a path': `
    select format('%I.%I', n.nspname, f.proname) as broken
    from pg_proc f join pg_namespace n on n.oid = f.pronamespace
      join linju_schemas s on s.schema = n.nspname
    where f.prosecdef
      or not coalesce(f.proconfig && array['search_path=""', 'search_path=pg_catalog'], false)`,

  'has no key into another schema': `
    select conname as broken from pg_constraint k
      join pg_class a on a.oid = k.conrelid join pg_class b on b.oid = k.confrelid
      join linju_schemas s on s.schema = a.relnamespace::regnamespace::text
    where k.contype = 'f' and a.relnamespace <> b.relnamespace`,

  'has roles that may log in and nothing else': `
    select rolname as broken from linju_roles
    where not rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb
      or rolreplication or exists (select from pg_auth_members m where m.member = linju_roles.oid)`,

  'lets a role into its own schema only': `
    select format('%s into %I', r.rolname, n.nspname) as broken
    from linju_roles r, pg_namespace n
    where has_schema_privilege(r.oid, n.oid, 'usage')
      and n.nspname !~ '^(pg_.*|information_schema|public)$'
      and 'linju_' || n.nspname <> r.rolname`,

  'lets no role make anything': `
    select format('%s in %I', r.rolname, n.nspname) as broken
    from linju_roles r, pg_namespace n where has_schema_privilege(r.oid, n.oid, 'create')
    union all
    select format('%s in the database', rolname) from linju_roles
    where has_database_privilege(oid, current_database(), 'create, temporary')`,
};

const shorthands = `
  with linju_schemas as (
    select nspname::text as schema from pg_namespace where pg_get_userbyid(nspowner) = '${ownerRole}'
  ), linju_roles as (
    select * from pg_roles where rolname in (select 'linju_' || schema from linju_schemas)
  ), linju_tables as (
    select s.schema, c.relname::text as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select count(*) from pg_policy p where p.polrelid = c.oid) as policies, c.relacl
    from pg_class c join linju_schemas s on s.schema = c.relnamespace::regnamespace::text
    where c.relkind in ('r', 'p')
  ), linju_grants as (
    select t.schema, t.name, a.privilege_type as privilege,
      case a.grantee when 0 then 'PUBLIC' else pg_get_userbyid(a.grantee) end as grantee
    from linju_tables t, aclexplode(t.relacl) a
    where a.grantee = 0 or pg_get_userbyid(a.grantee) <> '${ownerRole}'
  )`;

/**
 * Looks for broken laws in every schema that linju owns in a database.
 * @param adminUrl any login that may connect: the catalogue is open to all
 * @returns one line per break, such as `forces row-level security on every table: funds.pledge`;
 *          empty when all hold
 * @throws Error when the database holds no schema of linju, since then nothing was looked at
 */
export async function brokenSchemaLaws(adminUrl: string): Promise<readonly string[]> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    return await brokenLawsSeenIn(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The same on a connection that is open, or within its transaction. */
export async function brokenLawsSeenIn(sql: SqlOrTransaction): Promise<readonly string[]> {
  const [found] = await sql.unsafe(`${shorthands} select rolname from linju_roles limit 1`);
  if (!found) throw new Error('There is no schema of linju in this database.');
  const broken: string[] = [];
  for (const [law, query] of Object.entries(laws)) {
    const rows = await sql.unsafe<{ broken: string }[]>(`${shorthands} ${query}`);
    broken.push(...rows.map((row) => `${law}: ${row.broken}`));
  }
  return broken.sort();
}

type SqlOrTransaction = Pick<postgres.TransactionSql, 'unsafe'>;
