import { afterAll, beforeAll, expect, test } from 'vitest';

import { createKitDatabase, type KitDatabase } from '../test-support/kit-database.js';
import { labTables } from '../test-support/note-table.js';
import { plantAreas, type AreaEntry } from './area-register.js';
import type { Database } from './database.js';

let kit: KitDatabase;
let database: Database;

const inForce = (code: string): AreaEntry => ({ code, validTo: null, replacedBy: null });
const register: readonly AreaEntry[] = [
  inForce('430200'),
  inForce('430202'),
  inForce('430203'),
  inForce('430202001'),
  inForce('430203001'),
  { code: '430271', validTo: '2023-01-01', replacedBy: '430203' },
  { code: '430202009', validTo: '2020-06-30', replacedBy: null },
];

beforeAll(async () => {
  kit = await createKitDatabase();
  database = kit.open();
  await plantAreas(database, labTables, register);
});
afterAll(() => kit[Symbol.asyncDispose]());

/** The register as it stands, and which version of each row it is. */
const stored = () => kit.admin`
  select code, valid_to::text, replaced_by, xmin::text as version from lab.area order by code`;

test('planting the register again changes nothing', async () => {
  const before = await stored();
  expect(before).toHaveLength(register.length);
  await plantAreas(database, labTables, register);
  await plantAreas(database, labTables, []);
  expect(await stored()).toEqual(before);
});

test('a code that left the list since, or came back, is brought up to date', async () => {
  const left = { code: '430299', validTo: '2024-01-01', replacedBy: '430203' };
  const read = async () => {
    const [row] =
      await kit.admin`select valid_to::text, replaced_by from lab.area where code = '430299'`;
    return { ...row };
  };
  await plantAreas(database, labTables, [inForce('430299')]);
  expect(await read()).toEqual({ valid_to: null, replaced_by: null });
  await plantAreas(database, labTables, [left]);
  expect(await read()).toEqual({ valid_to: '2024-01-01', replaced_by: '430203' });
  await plantAreas(database, labTables, [inForce('430299')]);
  expect(await read()).toEqual({ valid_to: null, replaced_by: null });
});

test('a register of every street of the country fits', async () => {
  const streets = Array.from({ length: 20_000 }, (_, number) =>
    inForce(String(410_000_000 + number).padStart(9, '0')),
  );
  await plantAreas(database, labTables, streets);
  const [found] =
    await kit.admin`select count(*)::int as count from lab.area where code like '410%'`;
  expect(found?.['count']).toBe(20_000);
});
