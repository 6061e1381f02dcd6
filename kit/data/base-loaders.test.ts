import { afterAll, beforeAll, expect, test } from 'vitest';

import { analystOf, anonymous, officerOf, type Viewer } from '../call/viewer.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { labTables } from '../test-support/note-table.js';
import { entityKey, openBaseLoaders } from './base-loaders.js';
import type { Database } from './database.js';

let kit: KitDatabase;
let database: Database;
const statements: string[] = [];

beforeAll(async () => {
  kit = await createKitDatabase();
  database = kit.open({ onStatement: (text) => statements.push(text) });
  await kit.admin.unsafe(`
    insert into lab.provenance values
      ('Note', 'note_1', '430202', 'source_seed_s0', 'REPORTED', '2024-09-20', '2024-09-21', 'HIGH'),
      ('Other', 'note_1', '430202', 'source_seed_s1', 'CLAIMED', null, '2024-09-22', 'LOW'),
      ('Note', 'a:b:c', null, 'source_seed_s2', 'IMPORTED', null, '2024-09-22', 'MEDIUM');
    insert into lab.provenance_internal values ('Note', 'note_1', '430202', '原文');
    insert into lab.transition values
      ('transition_3', 'Note', 'note_1', '430202', 'OPEN', 'CLOSED', '2024-09-03', '2024-09-05', null, null, null),
      ('transition_1', 'Note', 'note_1', '430202', null, 'DRAFT', '2024-09-01', '2024-09-04', 'organisation_1', 'CLERK', 'new'),
      ('transition_2', 'Note', 'note_1', '430202', 'DRAFT', 'OPEN', '2024-09-03', '2024-09-04', null, null, null);
    insert into lab.transition_internal values ('transition_2', '430202', '内部');
    insert into lab.reported_figure values
      ('reportedfigure_2', 'Note', 'note_1', '430202', 'served', 9007199254740991, 'AT_LEAST', 'PERSON', 'CLAIM',
        '2024-01-01', '2024-02-01', null),
      ('reportedfigure_1', 'Note', 'note_1', '430202', 'events', 7, 'EXACT', 'EVENT', 'FACT', null, null, '2024-09-01');
    insert into lab.code_value values
      ('NoteKind', 'B', '乙', 'second', null, '2024-01-01', 'A'), ('NoteKind', 'A', '甲', 'first', '2020-01-01', null, null);
    insert into lab.coverage values
      ('430202', 'Note', 'PARTIAL', '2024-01-01'), ('430202', 'Fund', 'NONE', null);`);
});
afterAll(() => kit[Symbol.asyncDispose]());

const open = (viewer: Viewer = anonymous) => openBaseLoaders(labTables, database.reader(viewer));

test('provenance is found by type and id, whatever stands in the id', async () => {
  const { provenance } = open();
  statements.length = 0;
  const rows = await Promise.all(
    ['Note:note_1', 'Other:note_1', 'Note:a:b:c', 'Note:nobody', 'nonsense', ''].map((key) =>
      provenance.load(key),
    ),
  );
  expect(rows.map((row) => row?.sourceId ?? null)).toEqual([
    'source_seed_s0',
    'source_seed_s1',
    'source_seed_s2',
    null,
    null,
    null,
  ]);
  expect(statements).toHaveLength(1);
  expect(rows[0]).toEqual({
    key: 'Note:note_1',
    sourceId: 'source_seed_s0',
    method: 'REPORTED',
    asOf: new Date('2024-09-20T00:00:00Z'),
    recordedAt: new Date('2024-09-21T00:00:00Z'),
    confidence: 'HIGH',
    rawText: null,
  });
});

test('the words of a source and the notes of a move are for officers of the district', async () => {
  const wordsFor = async (viewer: Viewer) => {
    const base = open(viewer);
    const [provenance, transitions] = await Promise.all([
      base.provenance.load(entityKey('Note', 'note_1')),
      base.transitions.load(entityKey('Note', 'note_1')),
    ]);
    return [provenance?.rawText, transitions.map(({ note }) => note)];
  };
  expect(await wordsFor(officerOf('430202'))).toEqual(['原文', [null, '内部', null]]);
  for (const viewer of [anonymous, officerOf('430203'), analystOf('430200')]) {
    expect(await wordsFor(viewer)).toEqual([null, [null, null, null]]);
  }
});

test('a past is told in the order in which it was true, then in which it was entered', async () => {
  const past = await open().transitions.load('Note:note_1');
  expect(past.map(({ id }) => id)).toEqual(['transition_1', 'transition_2', 'transition_3']);
  expect(past[0]).toEqual({
    key: 'Note:note_1',
    id: 'transition_1',
    fromState: null,
    toState: 'DRAFT',
    effectiveAt: new Date('2024-09-01T00:00:00Z'),
    recordedAt: new Date('2024-09-04T00:00:00Z'),
    actorOrg: 'organisation_1',
    actorRole: 'CLERK',
    reason: 'new',
    note: null,
  });
  expect(await open().transitions.load('Note:nobody')).toEqual([]);
});

test('stated totals are told by their keys, with exact values', async () => {
  const figures = await open().reportedFigures.load('Note:note_1');
  expect(figures.map(({ key, value }) => [key, value])).toEqual([
    ['events', 7],
    ['served', 9_007_199_254_740_991],
  ]);
  expect(figures[1]).toEqual({
    subjectKey: 'Note:note_1',
    id: 'reportedfigure_2',
    key: 'served',
    value: 9_007_199_254_740_991,
    qualifier: 'AT_LEAST',
    unit: 'PERSON',
    kind: 'CLAIM',
    periodFrom: new Date('2024-01-01T00:00:00Z'),
    periodTo: new Date('2024-02-01T00:00:00Z'),
    asOf: null,
  });
});

test('vocabularies and coverage are told in the order of their codes', async () => {
  const { codeValues, coverage } = open();
  expect(await codeValues.load('NoteKind')).toEqual([
    {
      list: 'NoteKind',
      code: 'A',
      zh: '甲',
      en: 'first',
      validFrom: '2020-01-01',
      validTo: null,
      replacedBy: null,
    },
    {
      list: 'NoteKind',
      code: 'B',
      zh: '乙',
      en: 'second',
      validFrom: null,
      validTo: '2024-01-01',
      replacedBy: 'A',
    },
  ]);
  expect(await codeValues.load('nothing')).toEqual([]);
  expect(await coverage.load('430202')).toEqual([
    { districtCode: '430202', recordKind: 'Fund', coverage: 'NONE', since: null },
    { districtCode: '430202', recordKind: 'Note', coverage: 'PARTIAL', since: '2024-01-01' },
  ]);
});
