import { anonymous, officerOf } from '@linju/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { startTestSubgraph, type TestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';
import { idsOverAllPages } from '../test-support/all-pages.js';
import { writeAs } from '../test-support/write-as.js';
import { createLoaders, type Loaders } from './index.js';

const officer = officerOf('430202');
const shuizhu = 'community_seed_shuizhu';
const donghu = 'community_seed_donghu';

let subgraph: TestSubgraph;
let given: { readonly id: string };
let kept: { readonly id: string };

// Two records of one community, each with an estate and a grid, then merged.
beforeAll(async () => {
  subgraph = await startTestSubgraph(blueprint);
  given = await community('甲社区');
  kept = await community('乙社区');
  await inCommunity(given.id, '丙');
  await inCommunity(kept.id, '丁');
  await write('mergeCommunities', { mergedId: given.id, survivorId: kept.id });
});
afterAll(() => subgraph[Symbol.asyncDispose]());

const write = (mutation: string, input: object) =>
  writeAs({ door: subgraph.door, viewer: officer }, mutation, { ...input });

const community = async (name: string): Promise<{ readonly id: string }> => {
  const place = { districtCode: '430202', streetCode: '430202003' };
  return (await write('registerCommunity', { name, kind: 'RESIDENTS', ...place })).community;
};

async function inCommunity(communityId: string, name: string): Promise<void> {
  await write('registerEstate', { communityId, name: `${name}苑` });
  await write('registerGrid', { communityId, name: `${name}网格` });
}

const load = (): Loaders => createLoaders(subgraph.database.reader(anonymous));
const idsOf = (rows: readonly ({ readonly id: string } | null)[]) =>
  rows.map((row) => row?.id ?? null);
const namesOf = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);

test('rows come in the order of the ids, null for an unknown one, a merged one as its survivor', async () => {
  const loaders = load();
  const ids = [shuizhu, 'community_seed_nowhere', given.id, donghu, kept.id];
  const rows = await Promise.all(ids.map((id) => loaders.communityById.load(id)));
  expect(idsOf(rows)).toEqual([shuizhu, null, kept.id, donghu, kept.id]);
});

test('estates and grids of a merged community are found under the survivor, by name', async () => {
  const loaders = load();
  expect(namesOf(await loaders.estatesOfCommunity.load(kept.id))).toEqual(['丁苑', '丙苑']);
  expect(namesOf(await loaders.gridsOfCommunity.load(kept.id))).toEqual(['丁网格', '丙网格']);
  expect(await loaders.estatesOfCommunity.load(shuizhu)).toEqual([]);
});

test('an estate and a grid are found by id, null for an unknown one', async () => {
  const loaders = load();
  const [estate] = await loaders.estatesOfCommunity.load(kept.id);
  const [grid] = await loaders.gridsOfCommunity.load(kept.id);
  expect(
    idsOf([
      await loaders.estateById.load(estate?.id ?? ''),
      await loaders.estateById.load('estate_seed_nowhere'),
      await loaders.gridById.load(grid?.id ?? ''),
      await loaders.gridById.load('grid_seed_nowhere'),
    ]),
  ).toEqual([estate?.id, null, grid?.id, null]);
});

test('a street has its standing communities by name, and none of a street of the same name', async () => {
  const loaders = load();
  const [songjiaqiao, yuetang, elsewhere] = await Promise.all(
    ['430202003', '430202001', '430105003'].map((code) => loaders.communitiesOfStreet.load(code)),
  );
  expect(namesOf(songjiaqiao ?? [])).toEqual(['乙社区']);
  expect(yuetang).toHaveLength(10);
  expect(namesOf(yuetang ?? [])).toEqual(namesOf(yuetang ?? []).sort());
  expect(elsewhere).toEqual([]);
});

test('what hangs on many communities is one SQL statement for each kind', async () => {
  const loaders = load();
  subgraph.takeStatements();
  const ids = [given.id, kept.id, shuizhu, donghu];
  await Promise.all(ids.map((id) => loaders.communityById.load(id)));
  await Promise.all(ids.map((id) => loaders.estatesOfCommunity.load(id)));
  await Promise.all(ids.map((id) => loaders.gridsOfCommunity.load(id)));
  expect(subgraph.takeStatements()).toHaveLength(3);
});

test.each([
  ['430202001', 10],
  ['430202', 12],
  ['430200', 21],
  ['430202002', 0],
])('the communities of %s, page by page, are %i and none twice', async (area, count) => {
  const { ids, totalCount } = await idsOverAllPages(
    subgraph.door,
    `communities(area: "${area}")`,
    4,
  );
  expect(new Set(ids).size).toBe(count);
  expect([ids.length, totalCount]).toEqual([count, count]);
  expect(ids).not.toContain(given.id);
});
