import { afterAll, beforeAll, expect, test } from 'vitest';

import { officerOf } from '../../call/viewer.js';
import { openBaseLoaders, type BaseLoaders } from '../../data/base-loaders.js';
import { createKitDatabase, type KitDatabase } from '../../test-support/kit-database.js';
import { labTables } from '../../test-support/note-table.js';
import {
  codeListOf,
  coverageOf,
  provenanceOf,
  reportedFiguresOf,
  transitionsOf,
} from './shared-values.js';

let kit: KitDatabase;
let base: BaseLoaders;
const statements: string[] = [];

beforeAll(async () => {
  kit = await createKitDatabase();
  const database = kit.open({ onStatement: (text) => statements.push(text) });
  base = openBaseLoaders(labTables, database.reader(officerOf('430202')));
  await kit.admin.unsafe(`
    insert into lab.provenance values
      ('Note', 'note_1', '430202', 'source_seed_s0', 'REPORTED', null, '2024-09-21', 'HIGH'),
      ('ReportedFigure', 'reportedfigure_1', '430202', 'source_seed_s1', 'CLAIMED', null, '2024-09-21', 'LOW');
    insert into lab.provenance_internal values ('Note', 'note_1', '430202', '原文');
    insert into lab.transition values
      ('transition_1', 'Note', 'note_1', '430202', null, 'OPEN', '2024-09-01', '2024-09-04', 'organisation_1', null, null),
      ('transition_2', 'Note', 'note_1', '430202', 'OPEN', 'CLOSED', '2024-09-02', '2024-09-04', null, 'CLERK', 'done');
    insert into lab.reported_figure values
      ('reportedfigure_1', 'Note', 'note_1', '430202', 'served', 7, 'AT_LEAST', 'PERSON', 'CLAIM', '2024-01-01', null, null),
      ('reportedfigure_2', 'Note', 'note_1', '430202', 'teams', 3, 'EXACT', 'TEAM', 'FACT', null, null, '2024-01-01');
    insert into lab.code_value values ('NoteKind', 'A', '甲', 'first', '2020-01-01', null, null);
    insert into lab.coverage values ('430202', 'Note', 'PARTIAL', null);`);
});
afterAll(() => kit[Symbol.asyncDispose]());

test('a record tells where it comes from, by the key of its source', async () => {
  expect(await provenanceOf(base, 'Note', 'note_1')).toEqual({
    source: { id: 'source_seed_s0' },
    method: 'REPORTED',
    rawText: '原文',
    asOf: null,
    recordedAt: new Date('2024-09-21T00:00:00Z'),
    confidence: 'HIGH',
  });
  expect(await provenanceOf(base, 'Note', 'nobody')).toBeNull();
});

test('a past names who acted by the key of the organisation, or nobody', async () => {
  const [first, second] = await transitionsOf(base, 'Note', 'note_1');
  expect(first).toMatchObject({ from: null, to: 'OPEN', actorOrg: { id: 'organisation_1' } });
  expect(second).toEqual({
    from: 'OPEN',
    to: 'CLOSED',
    at: new Date('2024-09-02T00:00:00Z'),
    recordedAt: new Date('2024-09-04T00:00:00Z'),
    actorOrg: null,
    actorRole: 'CLERK',
    reason: 'done',
    note: null,
  });
});

test('a stated total has a period or an instant, and tells its own source when asked', async () => {
  const [served, teams] = await reportedFiguresOf(base, 'Note', 'note_1');
  expect(served).toMatchObject({
    key: 'served',
    quantity: { value: 7, qualifier: 'AT_LEAST', unit: 'PERSON' },
    period: { from: new Date('2024-01-01T00:00:00Z'), to: null, tz: 'Asia/Shanghai' },
    asOf: null,
    kind: 'CLAIM',
  });
  expect(teams).toMatchObject({ period: null, asOf: new Date('2024-01-01T00:00:00Z') });
  statements.length = 0;
  const sources = await Promise.all([served!.provenance(), teams!.provenance()]);
  expect(sources.map((provenance) => provenance?.source ?? null)).toEqual([
    { id: 'source_seed_s1' },
    null,
  ]);
  expect(statements).toHaveLength(1);
});

test('vocabularies have labels in both languages, and coverage its kind of record', async () => {
  expect(await codeListOf(base, 'NoteKind')).toEqual([
    {
      list: 'NoteKind',
      code: 'A',
      label: { zh: '甲', en: 'first' },
      validFrom: '2020-01-01',
      validTo: null,
      replacedBy: null,
    },
  ]);
  expect(await coverageOf(base, '430202')).toEqual([
    { recordKind: 'Note', coverage: 'PARTIAL', since: null },
  ]);
});
