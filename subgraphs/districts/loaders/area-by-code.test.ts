import { anonymous } from '@linju/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import { startTestSubgraph, type TestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';
import { createLoaders, type Loaders } from './index.js';

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph(blueprint);
});
afterAll(() => subgraph[Symbol.asyncDispose]());

const load = (): Loaders => createLoaders(subgraph.database.reader(anonymous));
const codesOf = (rows: readonly ({ readonly code: string } | null)[]) =>
  rows.map((row) => row?.code ?? null);

test('rows come in the order of the keys, and null where a code stands for nothing', async () => {
  const loaders = load();
  const streets = ['430204003', '430299001', '430105003'];
  expect(
    codesOf(await Promise.all(streets.map((code) => loaders.streetByCode.load(code)))),
  ).toEqual(['430204003', null, '430105003']);
  const districts = ['430203', '990199', '430202'];
  expect(
    codesOf(await Promise.all(districts.map((code) => loaders.districtByCode.load(code)))),
  ).toEqual(['430203', null, '430202']);
  expect(
    codesOf(await Promise.all(['430200', '430300'].map((c) => loaders.cityByCode.load(c)))),
  ).toEqual(['430200', null]);
});

test('two streets called 清水塘街道 never mix', async () => {
  const loaders = load();
  const [kaifu, shifeng] = await Promise.all([
    loaders.streetByCode.load('430105003'),
    loaders.streetByCode.load('430204003'),
  ]);
  expect(kaifu).toMatchObject({ name: '清水塘街道', districtCode: '430105', kind: 'STREET' });
  expect(shifeng).toMatchObject({ name: '清水塘街道', districtCode: '430204', kind: 'STREET' });
});

test('members come in the order of their codes, each under its own unit', async () => {
  const loaders = load();
  const [hetang, shifeng, none] = await Promise.all(
    ['430202', '430204', '990199'].map((code) => loaders.streetsOfDistrict.load(code)),
  );
  expect(codesOf(hetang ?? [])).toEqual(
    ['001', '002', '003', '004', '005', '006', '100'].map((end) => `430202${end}`),
  );
  expect(codesOf(shifeng ?? [])).toEqual(
    ['001', '002', '003', '004', '008', '009', '005', '102'].sort().map((end) => `430204${end}`),
  );
  expect(none).toEqual([]);
  const zhuzhou = await loaders.districtsOfCity.load('430200');
  expect(codesOf(zhuzhou)).toEqual(codesOf(zhuzhou).sort());
  expect(codesOf(await loaders.allCities())).toEqual(['430100', '430200']);
});

test('a code that left the list is still read, with the day it left', async () => {
  expect(await load().districtByCode.load('430271')).toMatchObject({
    name: '云龙示范区',
    kind: null,
    validTo: '2022-10-31',
  });
});

test('all keys of one tick are one SQL statement', async () => {
  subgraph.takeStatements();
  const loaders = load();
  await Promise.all(
    ['430202', '430203', '430204'].map((code) => loaders.streetsOfDistrict.load(code)),
  );
  expect(subgraph.takeStatements()).toHaveLength(1);
});

test('each field of each level of a nested question is one SQL statement', async () => {
  subgraph.takeStatements();
  const answer = await askSubgraph(
    subgraph.door,
    '{ cities { code districts { code city { name } streets { code district { name } communities { name } } } } }',
  );
  expect(answer.errors).toBeUndefined();
  expect(subgraph.takeStatements()).toHaveLength(6);
});
