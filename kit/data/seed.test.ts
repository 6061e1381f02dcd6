import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { fixedClock } from '../clock.js';
import { newUlidId } from '../ids.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { labTables, noteInternalTable, noteTable } from '../test-support/note-table.js';
import type { Database } from './database.js';
import { plantSeed, type SeedRecord } from './seed.js';

let kit: KitDatabase;
let database: Database;
const now = new Date('2024-09-20T00:00:00.123Z');

beforeAll(async () => {
  kit = await createKitDatabase();
  database = kit.open();
});
beforeEach(() =>
  kit.admin.unsafe(
    'truncate lab.note, lab.outbox, lab.provenance, lab.transition, lab.reported_figure, lab.coverage cascade',
  ),
);
afterAll(() => kit[Symbol.asyncDispose]());

const partsOf = (instant = now) => ({
  database,
  tables: labTables,
  clock: fixedClock(instant),
  newId: newUlidId,
});
const plant = (records: readonly SeedRecord[], instant = now) =>
  plantSeed(partsOf(instant), records);

const record = (slug: string, more: Partial<SeedRecord> = {}): SeedRecord => {
  const id = `note_seed_${slug}`;
  return {
    type: 'Note',
    id,
    districtCode: '430202',
    table: noteTable,
    row: { id, parent: slug, districtCode: '430202', name: slug, at: now, fen: 0n, tags: [] },
    provenance: { sourceId: 'source_seed_s0', method: 'REPORTED', rawText: '原文' },
    ...more,
  };
};

const full = record('full', {
  beside: [
    {
      table: noteInternalTable,
      row: { noteId: 'note_seed_full', districtCode: '430202', orderNumber: '7' },
    },
  ],
  transitions: [
    { from: null, to: 'DRAFT', effectiveAt: new Date(0) },
    { from: 'DRAFT', to: 'OPEN', effectiveAt: new Date(1), reason: 'ready' },
  ],
  reportedFigures: [
    { key: 'served', value: 7, unit: 'PERSON' },
    {
      key: 'events',
      value: 3,
      unit: 'EVENT',
      qualifier: 'AT_LEAST',
      kind: 'CLAIM',
      provenance: { sourceId: 'source_seed_s1', method: 'CLAIMED' },
    },
  ],
});

/** Every row of the schema, with the version of each. */
async function everything(): Promise<object> {
  const tables = [
    'note',
    'note_internal',
    'outbox',
    'provenance',
    'provenance_internal',
    'transition',
    'reported_figure',
    'coverage',
  ];
  const rows = await Promise.all(
    tables.map((table) =>
      kit.admin.unsafe(`select *, xmin::text as version from lab.${table} order by 1, 2, 3`),
    ),
  );
  return Object.fromEntries(tables.map((table, index) => [table, [...rows[index]!]]));
}

test('a record is written with all that belongs to it, and told once', async () => {
  expect(await plant([full])).toBe(1);
  expect(await everything()).toMatchObject({
    note: [{ id: 'note_seed_full' }],
    note_internal: [{ note_id: 'note_seed_full', order_number: '7' }],
    outbox: [{ entity_type: 'Note', entity_id: 'note_seed_full', change: 'CREATED', at: now }],
    provenance: [
      { entity_id: 'note_seed_full', source_id: 'source_seed_s0', recorded_at: now },
      { entity_id: 'reportedfigure_note_seed_full_events', source_id: 'source_seed_s1' },
      { entity_id: 'reportedfigure_note_seed_full_served', source_id: 'source_seed_s0' },
    ],
    provenance_internal: [
      { entity_id: 'note_seed_full', raw_text: '原文' },
      { entity_id: 'reportedfigure_note_seed_full_served' },
    ],
    transition: [
      { id: 'transition_note_seed_full_1', from_state: null, to_state: 'DRAFT', recorded_at: now },
      { id: 'transition_note_seed_full_2', from_state: 'DRAFT', to_state: 'OPEN', reason: 'ready' },
    ],
    reported_figure: [
      { key: 'events', value: '3', qualifier: 'AT_LEAST', kind: 'CLAIM' },
      { key: 'served', value: '7', qualifier: 'EXACT', kind: 'FACT' },
    ],
  });
});

test('planted again, later, nothing changes and nobody is told', async () => {
  const coverage: SeedRecord = {
    type: 'Coverage',
    id: '430202:Note',
    districtCode: '430202',
    table: labTables.coverage,
    row: { districtCode: '430202', recordKind: 'Note', coverage: 'PARTIAL', since: null },
  };
  const records = [full, record('second'), coverage];
  await plant(records);
  const before = await everything();
  expect(await plant(records, new Date('2025-01-01T00:00:00Z'))).toBe(3);
  expect(await everything()).toEqual(before);
});

test('what people changed since is left as they left it; what is new comes in', async () => {
  await plant([record('old')]);
  await kit.admin`update lab.note set name = 'corrected' where id = 'note_seed_old'`;
  await plant([record('old'), record('new')]);
  expect(await everything()).toMatchObject({
    note: [
      { id: 'note_seed_new', name: 'new' },
      { id: 'note_seed_old', name: 'corrected' },
    ],
    outbox: [{ entity_id: 'note_seed_old' }, { entity_id: 'note_seed_new' }],
  });
});

test('records come in their order, so that one may name another before it', async () => {
  const internal: SeedRecord = {
    type: 'NoteInternal',
    id: 'note_seed_first',
    districtCode: '430202',
    table: noteInternalTable,
    row: { noteId: 'note_seed_first', districtCode: '430202', orderNumber: '1' },
  };
  await plant([record('first'), internal]);
  await kit.admin`delete from lab.note_internal`;
  await kit.admin`delete from lab.note`;
  await expect(plant([internal, record('first')])).rejects.toThrow(
    'The seed’s record NoteInternal note_seed_first breaks a constraint of its table.',
  );
});

test('one broken record, and nothing of the seed is there', async () => {
  const broken = record('broken', { row: { ...record('broken').row, name: '' } });
  await expect(plant([record('good'), broken])).rejects.toMatchObject({
    message: 'The seed’s record Note note_seed_broken breaks a constraint of its table.',
    cause: { constraint_name: 'note_named' },
  });
  expect(await everything()).toMatchObject({ note: [], outbox: [], provenance: [] });
});

test('a record that is there under another id is a mistake of the seed, not a record to leave out', async () => {
  const twin = record('twin', { row: { ...record('one').row, id: 'note_seed_twin' } });
  await expect(plant([record('one'), twin])).rejects.toMatchObject({
    cause: { constraint_name: 'note_name_unique' },
  });
});

test('ended in the middle, nothing of the seed is there, and the next run plants all of it', async () => {
  const records = Array.from({ length: 30 }, (_, number) => record(`many${number}`));
  // Another transaction holds the sixteenth record's id, so that the seed stands still there.
  const holder = await kit.admin.reserve();
  await holder`begin`;
  await holder`insert into lab.note (id, parent, district_code, name)
    values ('note_seed_many15', 'held', '430202', 'held')`;
  let done = 0;
  const impatient = { ...partsOf(), database: kit.open({ patienceMs: 0 }) };
  const planting = plantSeed(impatient, records, (count) => {
    done = count;
  });
  const failed = expect(planting).rejects.toMatchObject({ code: 'STORAGE_UNAVAILABLE' });
  await expect.poll(() => done).toBe(15);
  await kit.admin`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'linju lab' and datname = current_database() and state <> 'idle'`;
  await failed;
  await holder`rollback`;
  holder.release();

  expect(await everything()).toMatchObject({ note: [], outbox: [], provenance: [] });
  await plant(records);
  expect(await everything()).toMatchObject({
    note: Array(30).fill({}),
    outbox: Array(30).fill({}),
    provenance: Array(30).fill({}),
  });
});
