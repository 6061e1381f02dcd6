import { afterAll, beforeAll, expect, test } from 'vitest';

import { officerOf } from '../call/viewer.js';
import { plantAreas, type AreaEntry } from '../data/area-register.js';
import type { Database } from '../data/database.js';
import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { labTables } from '../test-support/note-table.js';
import { requireArea, type WrittenArea } from './require-area.js';

let kit: KitDatabase;
let database: Database;

const inForce = (code: string): AreaEntry => ({ code, validTo: null, replacedBy: null });

beforeAll(async () => {
  kit = await createKitDatabase();
  database = kit.open();
  await plantAreas(database, labTables, [
    ...['430200', '430202', '430203', '430202001', '430203001'].map(inForce),
    { code: '430271', validTo: '2023-01-01', replacedBy: '430203' },
    { code: '430202009', validTo: '2020-06-30', replacedBy: null },
  ]);
});
afterAll(() => kit[Symbol.asyncDispose]());

const check = (place: WrittenArea) =>
  database.write(officerOf('430202'), { repeatable: true }, (tx) =>
    requireArea({ tx, tables: labTables }, place),
  );

test.each<WrittenArea>([
  { districtCode: '430202' },
  { districtCode: '430202', streetCode: null },
  { districtCode: '430202', streetCode: '430202001' },
])('the place %j passes', async (place) => {
  await expect(check(place)).resolves.toBeUndefined();
});

test.each<[WrittenArea, string, string]>([
  [{ districtCode: '430200' }, 'BAD_USER_INPUT', 'districtCode'],
  [{ districtCode: '430202001' }, 'BAD_USER_INPUT', 'districtCode'],
  [{ districtCode: '' }, 'BAD_USER_INPUT', 'districtCode'],
  [{ districtCode: '荷塘区' }, 'BAD_USER_INPUT', 'districtCode'],
  [{ districtCode: '430202', streetCode: '' }, 'BAD_USER_INPUT', 'streetCode'],
  [{ districtCode: '430202', streetCode: '430202' }, 'BAD_USER_INPUT', 'streetCode'],
  [{ districtCode: '430202', streetCode: '430202001001' }, 'BAD_USER_INPUT', 'streetCode'],
  [{ districtCode: '430202', streetCode: '430203001' }, 'PLACE_MISMATCH', 'streetCode'],
  [{ districtCode: '430281' }, 'NOT_FOUND', 'districtCode'],
  [{ districtCode: '430202', streetCode: '430202555' }, 'NOT_FOUND', 'streetCode'],
  [{ districtCode: '430271' }, 'CODE_RETIRED', 'districtCode'],
  [{ districtCode: '430202', streetCode: '430202009' }, 'CODE_RETIRED', 'streetCode'],
])('the place %j is refused: %s', async (place, code, field) => {
  await expect(check(place)).rejects.toMatchObject({ code, field });
});

test('a code that left the list names the one to use instead', async () => {
  await expect(check({ districtCode: '430271' })).rejects.toThrow(
    'Code 430271 left the list on 2023-01-01. Use 430203.',
  );
});
