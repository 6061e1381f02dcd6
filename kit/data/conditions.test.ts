import { asc, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { anonymous } from '../call/viewer.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { noteTable } from '../test-support/note-table.js';
import { equalsIfGiven, withinArea } from './conditions.js';
import type { Database } from './database.js';
import { statement } from './statement.js';

let kit: KitDatabase;
let database: Database;

// Two streets are called 清水塘街道: one in 石峰 (株洲), one in 开福 (长沙).
const places = [
  ['shifeng', '430204', '430204001'],
  ['shifeng_other_street', '430204', '430204002'],
  ['shifeng_no_street', '430204', null],
  ['kaifu', '430105', '430105001'],
  ['hetang', '430202', '430202001'],
  ['zhuzhou_left_the_list', '430271', null],
  ['neighbouring_city', '430302', '430302001'],
  ['sample', '990101', '990101001'],
] as const;

beforeAll(async () => {
  kit = await createKitDatabase();
  database = kit.open();
  for (const [id, district, street] of places) {
    await kit.admin`
      insert into lab.note (id, parent, district_code, street_code, name)
      values (${id}, ${id}, ${district}, ${street}, '清水塘街道')`;
  }
});
afterAll(() => kit[Symbol.asyncDispose]());

const area = sql`${sql.placeholder('area')}::text`;
const inArea = statement({ id: noteTable.id }, (select) =>
  select
    .from(noteTable)
    .where(withinArea(noteTable.districtCode, noteTable.streetCode, area))
    .orderBy(asc(noteTable.id)),
);
const inAreaWithoutStreets = statement({ id: noteTable.id }, (select) =>
  select
    .from(noteTable)
    .where(withinArea(noteTable.districtCode, null, area))
    .orderBy(asc(noteTable.id)),
);
const ofDistrict = statement({ id: noteTable.id }, (select) =>
  select
    .from(noteTable)
    .where(equalsIfGiven(noteTable.districtCode, 'district'))
    .orderBy(asc(noteTable.id)),
);

const zhuzhou = [
  'hetang',
  'shifeng',
  'shifeng_no_street',
  'shifeng_other_street',
  'zhuzhou_left_the_list',
];
const shifeng = ['shifeng', 'shifeng_no_street', 'shifeng_other_street'];

test.each([
  ['a city', '430200', zhuzhou, zhuzhou],
  ['a district', '430204', shifeng, shifeng],
  ['a street', '430204001', ['shifeng'], []],
  ['the street of that name elsewhere', '430105001', ['kaifu'], []],
  ['a made-up city', '990100', ['sample'], ['sample']],
  ['a district without records', '430203', [], []],
  ['a province', '430000', [], []],
  ['nothing', '', [], []],
  ['half a code', '4302', [], []],
  ['a pattern', '4302%', [], []],
  ['a pattern of a city’s form', '4_0200', [], []],
])('records of %s (%s)', async (_name, code, found, foundWithoutStreets) => {
  const reader = database.reader(anonymous);
  const ids = async (asked: typeof inArea) =>
    (await reader.rows(asked, { area: code })).map(({ id }) => id);
  expect(await ids(inArea)).toEqual(found);
  expect(await ids(inAreaWithoutStreets)).toEqual(foundWithoutStreets);
});

test('a filter without a value lets everything through, and an empty one nothing', async () => {
  const ids = async (district: string | null) =>
    (await database.reader(anonymous).rows(ofDistrict, { district })).map(({ id }) => id);
  expect(await ids(null)).toHaveLength(places.length);
  expect(await ids('430105')).toEqual(['kaifu']);
  expect(await ids('')).toEqual([]);
});
