import postgres, { type Sql } from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { brokenLawsSeenIn, brokenSchemaLaws } from '../../test/support/schema-laws.js';
import { analystOf, anonymous, appOf, officerOf, type Viewer } from '../call/viewer.js';
import { createKitDatabase, withLogin, type KitDatabase } from '../test-support/kit-database.js';
import { migrate } from './migrate.js';
import { ownerRole } from './roles.js';

let kit: KitDatabase;
let role: Sql;

beforeAll(async () => {
  kit = await createKitDatabase();
  await migrate({
    adminUrl: kit.adminUrl,
    schema: 'other',
    migrations: [],
    rolePassword: 'test',
  });
  role = postgres(kit.roleUrl, { max: 1, onnotice: () => {} });
  await kit.admin.unsafe(`
    insert into lab.note (id, parent, district_code, name) values
      ('note_1', 'p', '430202', 'in 荷塘'), ('note_2', 'p', '430203', 'in 芦淞'), ('note_3', 'p', '430102', 'in 芙蓉');
    insert into lab.note_internal values
      ('note_1', '430202', 'partner_1', 'A'), ('note_2', '430203', null, 'B'), ('note_3', '430102', null, 'C');
    insert into lab.provenance (entity_type, entity_id, district_code, source_id, method, recorded_at, confidence)
      values ('Note', 'note_1', '430202', 'source_seed_s0', 'REPORTED', now(), 'HIGH');
    insert into lab.provenance_internal values ('Note', 'note_1', '430202', '原文');`);
});
afterAll(async () => {
  await role.end();
  await kit[Symbol.asyncDispose]();
});

/** What a statement gives to a viewer; null: nobody. */
async function as(viewer: Viewer | null, text: string): Promise<unknown[]> {
  const setting = viewer && {
    id: viewer.id,
    role: viewer.role,
    districts: viewer.districts,
    city: viewer.city,
    partner: viewer.partnerId,
  };
  return role.begin(async (tx) => {
    if (setting) await tx`select set_config('linju.viewer', ${JSON.stringify(setting)}, true)`;
    return (await tx.unsafe(text).values()).flat();
  });
}

const officer = officerOf('430202');
const analyst = analystOf('430200');
const app = appOf('partner_1');
const system: Viewer = { ...anonymous, kind: 'SYSTEM', id: 'system', role: 'SYSTEM' };

test('the laws of the house hold in what the migrations make', async () => {
  expect(await brokenSchemaLaws(kit.adminUrl)).toEqual([]);
});

const breaches: readonly (readonly [broken: string, sql: string])[] = [
  [
    'forces row-level security on every table: lab.note',
    'alter table lab.note no force row level security',
  ],
  [
    'forces row-level security on every table: lab.bare',
    'create table lab.bare (id int); alter table lab.bare owner to linju_owner',
  ],
  [
    'has no policy that lets everybody through: open on lab.note',
    'create policy open on lab.note for select using (true)',
  ],
  [
    'lets every policy bind every role: narrow on lab.note',
    `create policy narrow on lab.note for select to linju_other using (id = '1')`,
  ],
  [
    'has a policy for each thing the role may do: delete on lab.outbox',
    'grant delete on lab.outbox to linju_lab',
  ],
  [
    'gives its tables to its own role only, to read and write: SELECT on lab.note to linju_other',
    'grant select on lab.note to linju_other',
  ],
  [
    'gives its tables to its own role only, to read and write: TRUNCATE on lab.note to linju_lab',
    'grant truncate on lab.note to linju_lab',
  ],
  [
    'lets views see with the eyes of who asks: lab.peek',
    'create view lab.peek as select * from lab.note',
  ],
  ['is owned by the owner, who never logs in: lab.mine', 'create table lab.mine (id int)'],
  [`is owned by the owner, who never logs in: ${ownerRole}`, `alter role ${ownerRole} login`],
  [
    'has no function that borrows rights, or that looks names up in a path: lab.lend',
    `create function lab.lend() returns int language sql security definer set search_path = '' as 'select 1'`,
  ],
  [
    'has no function that borrows rights, or that looks names up in a path: lab.stray',
    `create function lab.stray() returns int language sql as 'select 1'`,
  ],
  [
    'has no key into another schema: across',
    'alter table lab.note add constraint across foreign key (street_code) references other.area',
  ],
  ['has roles that may log in and nothing else: linju_lab', 'alter role linju_lab bypassrls'],
  ['has roles that may log in and nothing else: linju_lab', `grant ${ownerRole} to linju_lab`],
  [
    'lets a role into its own schema only: linju_lab into other',
    'grant usage on schema other to linju_lab',
  ],
  ['lets no role make anything: linju_lab in public', 'grant create on schema public to linju_lab'],
];

// Each in a transaction that is rolled back: roles belong to the whole server.
test.each(breaches)('a breach is found: %s', async (broken, breach) => {
  const undone = new Error('undone');
  const trial = kit.admin.begin(async (tx) => {
    await tx.unsafe(breach);
    expect(await brokenLawsSeenIn(tx)).toContain(broken);
    throw undone;
  });
  await expect(trial).rejects.toBe(undone);
});

test('without a viewer nobody sees a row, and nobody writes one', async () => {
  expect(await as(null, 'select id from lab.note')).toEqual([]);
  await expect(
    as(
      null,
      `insert into lab.note (id, parent, district_code, name) values ('x', 'p', '430202', 'x')`,
    ),
  ).rejects.toMatchObject({ code: '42501' });
  // After SET LOCAL the setting reads '', not null: nobody all the same.
  await as(system, 'select 1');
  expect(await as(null, `select current_setting('linju.viewer', true)`)).toEqual(['']);
  expect(await as(null, 'select id from lab.note')).toEqual([]);
});

test('public rows are seen by every viewer', async () => {
  for (const viewer of [anonymous, app, officer, analyst, system]) {
    expect(await as(viewer, 'select id from lab.note order by id')).toEqual([
      'note_1',
      'note_2',
      'note_3',
    ]);
  }
});

test('internal rows are seen by the district, its city’s analyst and the partner they concern', async () => {
  const seen = (viewer: Viewer) => as(viewer, 'select note_id from lab.note_internal order by 1');
  expect(await seen(anonymous)).toEqual([]);
  expect(await seen(app)).toEqual(['note_1']);
  expect(await seen(appOf('partner_2'))).toEqual([]);
  expect(await seen(officer)).toEqual(['note_1']);
  expect(await seen(officerOf('430202', '430102'))).toEqual(['note_1', 'note_3']);
  expect(await seen(officerOf())).toEqual([]);
  expect(await seen(analyst)).toEqual(['note_1', 'note_2']);
  expect(await seen(system)).toEqual(['note_1', 'note_2', 'note_3']);
});

test('internal free text is kept from analysts', async () => {
  const seen = (viewer: Viewer) => as(viewer, 'select raw_text from lab.provenance_internal');
  expect(await seen(analyst)).toEqual([]);
  expect(await seen(anonymous)).toEqual([]);
  expect(await seen(officer)).toEqual(['原文']);
});

test('a writer reaches the rows of its own district only, whatever the statement', async () => {
  const write = (viewer: Viewer, text: string) => as(viewer, `${text} returning id`);
  const insertIn = (district: string) =>
    `insert into lab.note (id, parent, district_code, name) values ('w_${district}', 'w', '${district}', 'w')`;

  expect(await write(officer, insertIn('430202'))).toEqual(['w_430202']);
  await expect(write(officer, insertIn('430203'))).rejects.toMatchObject({ code: '42501' });
  for (const viewer of [anonymous, analyst, app]) {
    await expect(write(viewer, insertIn('430202'))).rejects.toMatchObject({ code: '42501' });
  }
  expect(await write(officer, `update lab.note set name = name || '!' where parent = 'p'`)).toEqual(
    ['note_1'],
  );
  await expect(
    write(officer, `update lab.note set district_code = '430203' where id = 'note_1'`),
  ).rejects.toMatchObject({ code: '42501' });
  expect(
    await write(officer, `delete from lab.note where parent in ('p', 'w') and id <> 'note_1'`),
  ).toEqual(['w_430202']);
});

test('a caller’s first answers are its own', async () => {
  const insert = (caller: string) =>
    `insert into lab.idempotency values ('${caller}', 'key', 'c', 'h', '{}', now()) returning caller`;
  expect(await as(officer, insert(officer.id))).toEqual([officer.id]);
  await expect(as(officer, insert(analyst.id))).rejects.toMatchObject({ code: '42501' });
  expect(await as(analyst, 'select key from lab.idempotency')).toEqual([]);
  expect(await as(officer, 'select key from lab.idempotency')).toEqual(['key']);
});

test('the outbox is read by linju only', async () => {
  expect(await as(officer, 'select position from lab.outbox')).toEqual([]);
});

// Each is one statement that must fail for want of a right.
const forbidden: readonly string[] = [
  'select * from other.area',
  'select other.viewer()',
  'create table lab.mine (id int)',
  'create table public.mine (id int)',
  'create temporary table mine (id int)',
  `create function public.mine() returns int language sql as 'select 1'`,
  `create function lab.mine() returns int language sql as 'select 1'`,
  'create operator public.=== (leftarg = text, rightarg = text, function = texteq)',
  'create schema mine',
  'create extension pgcrypto',
  'alter table lab.note no force row level security',
  'alter table lab.note disable row level security',
  'drop policy readable on lab.note',
  'truncate lab.note',
  'alter table lab.note add column mine int',
  'create index mine on lab.note (name)',
  'create trigger mine before insert on lab.note for each row execute function lab.announce_outbox()',
  `call lab.protect('note', 'public', 'null')`,
  'update lab.outbox set change = change',
  'delete from lab.outbox',
  'update lab.transition set reason = reason',
  'delete from lab.transition',
  'select * from lab.migration',
  `set role ${ownerRole}`,
  'set session authorization postgres',
  'alter role linju_lab bypassrls',
  'create role mine',
  `select pg_read_file('/etc/hostname')`,
  `copy lab.note to program 'cat'`,
];

test.each(forbidden)('the subgraph’s role may not: %s', async (text) => {
  await expect(as(system, text)).rejects.toMatchObject({ code: '42501' });
});

test.each(['create database mine', 'alter system set log_statement = none'])(
  'the subgraph’s role may not, outside a transaction: %s',
  async (text) => {
    await expect(role.unsafe(text)).rejects.toMatchObject({ code: '42501' });
  },
);

test('the owner of the tables cannot log in', async () => {
  await kit.admin.unsafe(`alter role ${ownerRole} password 'test'`);
  const sql = postgres(withLogin(kit.adminUrl, ownerRole), { max: 1, onnotice: () => {} });
  await expect(sql`select 1`).rejects.toMatchObject({ code: '28000' });
  await sql.end();
});

test('a strength that does not exist is refused', async () => {
  await expect(kit.admin.unsafe(`call lab.protect('note', 'secret', 'null')`)).rejects.toThrow(
    'unknown strength secret',
  );
});
