import {
  analystOf,
  anonymous,
  appOf,
  officerOf,
  systemViewer,
  type Transaction,
  type Viewer,
} from '@linju/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startTestSubgraph, type TestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';
import { textStatement } from '../test-support/stored-rows.js';

// Straight SQL as the subgraph's own role, as if every rule above had failed.

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph(blueprint);
  await asViewer(systemViewer, async (tx) => {
    for (const statement of fixtures) await tx.rows(textStatement(statement), {});
  });
});
afterAll(() => subgraph[Symbol.asyncDispose]());

// One row of each table that officers write, in 荷塘 and in 芦淞, beside the seed's.
const inDistrict = (code: string, n: number): readonly string[] => [
  `insert into districts.organisation (id, name, kind, seat_district_code)
   values ('organisation_fixture_${n}', 'x', 'ENTERPRISE', '${code}')`,
  `insert into districts.organisation_name (organisation_id, name) values ('organisation_fixture_${n}', 'y')`,
  `insert into districts.organisation_identifier (organisation_id, scheme, value)
   values ('organisation_fixture_${n}', 'a', '${n}')`,
  `insert into districts.organisation_tier (organisation_id, tier)
   values ('organisation_fixture_${n}', 'LITTLE_GIANT')`,
  `insert into districts.community (id, name, kind, district_code, code12_reason_if_null)
   values ('community_fixture_${n}', 'x', 'RESIDENTS', '${code}', 'CODE_UNKNOWN')`,
  `insert into districts.estate (id, name, community_id, district_code)
   values ('estate_fixture_${n}', 'x', 'community_fixture_${n}', '${code}')`,
  `insert into districts.grid (id, name, community_id, district_code)
   values ('grid_fixture_${n}', 'x', 'community_fixture_${n}', '${code}')`,
  `insert into districts.facility (id, name, kind, district_code, status)
   values ('facility_fixture_${n}', 'x', 'STATION', '${code}', 'OPEN')`,
  `insert into districts.policy_instrument (id, title, scope_code)
   values ('policyinstrument_fixture_${n}', 'x', '${code}')`,
];
const fixtures = [...inDistrict('430202', 1), ...inDistrict('430203', 2)];

// By which column a row belongs to a district; null: linju itself writes it.
const tables: Readonly<Record<string, string | null>> = {
  city: null,
  district: null,
  street: null,
  population: null,
  source: null,
  functional_area: null,
  functional_area_overlap: null,
  organisation: 'seat_district_code',
  organisation_name: seatOf('organisation_name'),
  organisation_identifier: seatOf('organisation_identifier'),
  organisation_tier: seatOf('organisation_tier'),
  community: 'district_code',
  estate: 'district_code',
  grid: 'district_code',
  facility: 'district_code',
  policy_instrument: 'scope_code',
};
const names = Object.keys(tables);

function seatOf(table: string): string {
  return `(select seat_district_code from districts.organisation o where o.id = ${table}.organisation_id)`;
}

const asViewer = <Result>(viewer: Viewer, work: (tx: Transaction) => Promise<Result>) =>
  subgraph.database.write(viewer, { repeatable: false }, work);

const asNobody = <Result>(work: (tx: Transaction) => Promise<Result>) =>
  asViewer(anonymous, async (tx) => {
    await tx.rows(textStatement("select set_config('linju.viewer', '', true)"), {});
    return work(tx);
  });

const numberOf = async (tx: Transaction, query: string): Promise<number> => {
  const [row] = await tx.rows(textStatement(query), {});
  return Number(row?.[0]);
};

const countIn = (table: string, where = 'true') =>
  `select count(*)::int from districts.${table} where ${where}`;

// The first column is set to itself: what may be changed is counted, nothing is.
async function countChangeable(tx: Transaction, table: string): Promise<number> {
  const [column] = await tx.rows(
    textStatement(`select attname from pg_attribute
      where attrelid = 'districts.${table}'::regclass and attnum = 1`),
    {},
  );
  return numberOf(
    tx,
    `with changed as (update districts.${table} set ${String(column?.[0])} = ${String(column?.[0])} returning 1)
     select count(*)::int from changed`,
  );
}

const viewers: Readonly<Record<string, Viewer>> = {
  'an officer of 荷塘': officerOf('430202'),
  'an officer of 石峰': officerOf('430204'),
  'an analyst of 株洲': analystOf('430200'),
  'an app': appOf('partner_seed_lele'),
  anybody: anonymous,
};

describe.each(Object.entries(viewers))('%s', (_, viewer) => {
  test('reads every row of every table', async () => {
    const all = await asViewer(systemViewer, (tx) =>
      Promise.all(names.map((table) => numberOf(tx, countIn(table)))),
    );
    const read = await asViewer(viewer, (tx) =>
      Promise.all(names.map((table) => numberOf(tx, countIn(table)))),
    );
    expect(read).toEqual(all);
    expect(Math.min(...all)).toBeGreaterThan(0);
  });

  test.each(names.filter((table) => table !== 'functional_area_overlap'))(
    'changes the rows of %s that belong to a district of theirs, and no others',
    async (table) => {
      const column = tables[table] ?? null;
      const own = viewer.districts.map((code) => `'${code}'`).join(', ');
      const expected =
        column === null || own === ''
          ? 0
          : await asViewer(systemViewer, (tx) =>
              numberOf(tx, countIn(table, `${column} in (${own})`)),
            );
      expect(await asViewer(viewer, (tx) => countChangeable(tx, table))).toBe(expected);
    },
  );

  test('makes no row of a district that is not theirs', async () => {
    const other = inDistrict('430203', 3);
    for (const [index, insert] of other.entries()) {
      await expect(
        asViewer(viewer, async (tx) => {
          // What the row refers to is there already.
          if (index > 0) await tx.rows(textStatement(insert.replaceAll('_3', '_2')), {});
          else await tx.rows(textStatement(insert), {});
        }),
      ).rejects.toMatchObject({ code: 'NOT_AUTHORISED' });
    }
  });
});

test('an officer makes rows of the own district', async () => {
  await asViewer(officerOf('430202'), async (tx) => {
    for (const insert of inDistrict('430202', 4)) await tx.rows(textStatement(insert), {});
  });
  const made = await asViewer(systemViewer, (tx) =>
    numberOf(tx, countIn('facility', "id = 'facility_fixture_4'")),
  );
  expect(made).toBe(1);
});

test('an officer moves no row into another district, nor out of one', async () => {
  const into =
    "update districts.facility set district_code = '430203' where id = 'facility_fixture_1'";
  await expect(
    asViewer(officerOf('430202'), (tx) => tx.rows(textStatement(into), {})),
  ).rejects.toMatchObject({ code: 'NOT_AUTHORISED' });
  const out = `with moved as (update districts.facility set district_code = '430202'
    where id = 'facility_fixture_2' returning 1) select count(*)::int from moved`;
  expect(await asViewer(officerOf('430202'), (tx) => numberOf(tx, out))).toBe(0);
});

test('without a viewer there is nothing to read, to change or to make', async () => {
  await asNobody(async (tx) => {
    for (const table of names)
      expect([table, await numberOf(tx, countIn(table))]).toEqual([table, 0]);
    for (const table of names.filter((name) => name !== 'functional_area_overlap')) {
      expect([table, await countChangeable(tx, table)]).toEqual([table, 0]);
    }
  });
  for (const insert of inDistrict('430202', 5)) {
    await expect(
      asNobody((tx) => tx.rows(textStatement(insert.replaceAll('_5', '_1')), {})),
    ).rejects.toMatchObject({ code: 'NOT_AUTHORISED' });
  }
});

test.each(['delete from', 'truncate'])('nobody may %s a table, not even linju', async (verb) => {
  for (const table of names) {
    await expect(
      asViewer(systemViewer, (tx) => tx.rows(textStatement(`${verb} districts.${table}`), {})),
    ).rejects.toMatchObject({ code: 'NOT_AUTHORISED' });
  }
});

test('every table of the schema stands under forced row policies', async () => {
  const bare = await asViewer(systemViewer, (tx) =>
    tx.rows(
      textStatement(`select relname from pg_class where relnamespace = 'districts'::regnamespace
        and relkind = 'r' and relname <> 'migration' and not (relrowsecurity and relforcerowsecurity)`),
      {},
    ),
  );
  expect(bare).toEqual([]);
});

describe('the database itself refuses', () => {
  const estate = `insert into districts.estate (id, name, community_id, district_code)
    values ('estate_fixture_9', 'x', 'community_fixture_1', '430203')`;
  test.each([
    ['an estate in another district than its community', estate, /does not exist/],
    [
      'a facility in another district than its community',
      `update districts.facility set community_id = 'community_fixture_2' where id = 'facility_fixture_1'`,
      /does not exist/,
    ],
    [
      'a street of another district',
      `update districts.facility set street_code = '430203001' where id = 'facility_fixture_1'`,
      /facility_within_district/,
    ],
    [
      'a policy that ends before it begins',
      `update districts.policy_instrument set effective_from = '2025-02', effective_to = '2025-01-31'
       where id = 'policyinstrument_fixture_1'`,
      /effectiveTo lies before/,
    ],
    [
      'a merge into a record that was merged away',
      `update districts.facility set merged_into = 'facility_fixture_2' where id = 'facility_fixture_1';
       update districts.facility set merged_into = 'facility_fixture_1' where id = 'facility_fixture_4'`,
      /merge/,
    ],
    [
      'a zone whose main district lies in another city',
      `update districts.functional_area set primary_district_code = '430102'
       where id = 'functionalarea_seed_zhuzhou_hightech'`,
      /primary_district_within_city/,
    ],
    [
      'more party members than members',
      `update districts.estate set committee_members = 1, committee_party_members = 2
       where id = 'estate_fixture_1'`,
      /cannot have more party members/,
    ],
  ])('%s', async (_, statements, message) => {
    const refused = asViewer(systemViewer, async (tx) => {
      for (const statement of statements.split(';')) await tx.rows(textStatement(statement), {});
    });
    await expect(refused).rejects.toThrow(message);
  });
});
