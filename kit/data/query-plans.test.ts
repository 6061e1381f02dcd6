import { asc, eq } from 'drizzle-orm';
import type { Sql } from 'postgres';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { anonymous, officerOf } from '../call/viewer.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { labTables, noteTable } from '../test-support/note-table.js';
import { openBaseLoaders } from './base-loaders.js';
import { amongKeys, withinArea } from './conditions.js';
import type { Database } from './database.js';
import { pagedList } from './paged-list.js';
import { statement } from './statement.js';

// Under row policies the server uses an index only for comparisons that cannot leak a row. Whether it does
// is seen in its plans alone, on tables large enough for a scan of them to be the worse choice.

let kit: KitDatabase;
let database: Database;
let role: Sql;
const statements: string[] = [];

beforeAll(async () => {
  kit = await createKitDatabase();
  database = kit.open({ onStatement: (text) => statements.push(text) });
  role = postgres(kit.roleUrl, { max: 1, onnotice: () => {} });
  // 20,000 notes under 1,000 parents, in 40 districts of 20 streets each.
  await kit.admin.unsafe(`
    insert into lab.note (id, parent, district_code, street_code, name, at)
    select 'note_' || n, 'parent_' || n % 1000, (430201 + n % 40)::text,
      (430201 + n % 40)::text || lpad((n / 40 % 20)::text, 3, '0'), 'note ' || n * 7919 % 20000,
      timestamptz '2024-01-01 00:00:00+00' + n * interval '1 minute'
    from generate_series(1, 20000) as n;
    insert into lab.provenance
    select 'Note', 'note_' || n, '430202', 'source_seed_s0', 'RECORDED', null, now(), 'HIGH'
    from generate_series(1, 20000) as n;
    insert into lab.provenance_internal
    select 'Note', 'note_' || n, '430202', '原文' from generate_series(1, 20000) as n;
    insert into lab.transition (id, entity_type, entity_id, district_code, to_state, effective_at, recorded_at)
    select 'transition_' || n, 'Note', 'note_' || n, '430202', 'OPEN', now(), now()
    from generate_series(1, 20000) as n;
    insert into lab.transition_internal
    select 'transition_' || n, '430202', '内部' from generate_series(1, 20000) as n;
    insert into lab.reported_figure (id, subject_type, subject_id, district_code, key, value, qualifier, unit, kind)
    select 'reportedfigure_' || n, 'Note', 'note_' || n, '430202', 'residentsServed', n, 'EXACT', 'PERSON', 'FACT'
    from generate_series(1, 20000) as n;
    insert into lab.outbox (xid, entity_type, entity_id, change, at)
    select (100 + n)::text::xid8, 'Note', 'note_' || n, 'CREATED', now() from generate_series(1, 20000) as n;
    analyze;`);
});
afterAll(async () => {
  await role.end();
  await kit[Symbol.asyncDispose]();
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** The tables that a statement reads from end to end, as the plan for any values goes. */
async function scannedTables(text: string): Promise<readonly string[]> {
  const viewer = { ...officerOf('430202'), partner: null };
  const [plan] = await role.begin(async (tx) => {
    await tx`select set_config('linju.viewer', ${JSON.stringify(viewer)}, true)`;
    const [row] = await tx.unsafe(`explain (generic_plan, format json) ${text}`);
    return row?.['QUERY PLAN'] as readonly { readonly Plan: PlanNode }[];
  });
  return scansIn(plan!.Plan);
}

const scansIn = (node: PlanNode): readonly string[] => [
  ...(node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? '?'] : []),
  ...(node.Plans ?? []).flatMap(scansIn),
];

const order = [
  { by: noteTable.at, type: 'timestamptz' },
  { by: noteTable.id, type: 'text' },
];
const byName = [
  { by: noteTable.name, type: 'text' },
  { by: noteTable.id, type: 'text' },
];
const columns = { id: noteTable.id, name: noteTable.name };

const lists = {
  'under a parent': pagedList({
    list: 'parent',
    columns,
    from: noteTable,
    belongsTo: (parent) => eq(noteTable.parent, parent),
    order,
  }),
  'within a city, district or street': pagedList({
    list: 'area',
    columns,
    from: noteTable,
    belongsTo: (area) => withinArea(noteTable.districtCode, noteTable.streetCode, area),
    order: byName,
  }),
  'within a city or district': pagedList({
    list: 'district',
    columns,
    from: noteTable,
    belongsTo: (area) => withinArea(noteTable.districtCode, null, area),
    order: byName,
  }),
};

test('a scan of a whole table is seen', async () => {
  expect(await scannedTables('select name from lab.note')).toEqual(['note']);
});

test.each(Object.entries(lists))('pages %s are found by index, per parent', async (_name, list) => {
  expect(await scannedTables(list.firstPage.text)).toEqual([]);
  expect(await scannedTables(list.nextPage.text)).toEqual([]);
  expect(await scannedTables(list.count.text)).toEqual([]);
});

test('rows by their keys are found by index', async () => {
  const byIds = statement(columns, (select) =>
    select.from(noteTable).where(amongKeys(noteTable.id)).orderBy(asc(noteTable.id)),
  );
  expect(await scannedTables(byIds.text)).toEqual([]);
});

test('what stands beside a record is found by index', async () => {
  const base = openBaseLoaders(labTables, database.reader(anonymous));
  statements.length = 0;
  await Promise.all([
    base.provenance.load('Note:note_1'),
    base.transitions.load('Note:note_1'),
    base.reportedFigures.load('Note:note_1'),
  ]);
  expect(statements).toHaveLength(3);
  for (const text of statements) expect(await scannedTables(text)).toEqual([]);
});

test('the outbox is read on by index', async () => {
  const { outboxReader } = await import('./outbox.js');
  statements.length = 0;
  await outboxReader(database, labTables)({ xid: '20000', position: '0' }, 10);
  expect(await scannedTables(statements[0]!)).toEqual([]);
});
