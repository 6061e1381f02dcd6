import { anonymous, officerOf, openPages } from '@linju/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import { startTestSubgraph, type TestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';
import { idsOverAllPages } from '../test-support/all-pages.js';
import { writeAs } from '../test-support/write-as.js';
import { facilitiesList, facilitiesOfCommunityList } from './facility-by-id.js';
import { createLoaders } from './index.js';

const rehab = 'facility_seed_kaifu_rehab_guidance';
const igo = 'facility_seed_igo';
const yeyachong = 'community_seed_yeyachong';

let subgraph: TestSubgraph;
let given: string;
let kept: string;

// Two records of one centre in 野鸭冲, each leading a network; the centre and one member are merged.
beforeAll(async () => {
  subgraph = await startTestSubgraph(blueprint);
  given = await facility('甲中心', { communityId: yeyachong });
  kept = await facility('乙中心');
  await facility('一号站', { networkId: given });
  const twice = await facility('二号站', { networkId: kept });
  const elsewhere = { districtCode: '430203', networkId: given };
  await facility('三号站', elsewhere, '430203');
  await merge(given, kept);
  await merge(await facility('二号点', { networkId: kept }), twice);
});
afterAll(() => subgraph[Symbol.asyncDispose]());

async function facility(name: string, more: object = {}, district = '430202'): Promise<string> {
  const input = { name, kind: 'STATION', districtCode: '430202', status: 'OPEN', ...more };
  const written = await writeAs(
    { door: subgraph.door, viewer: officerOf(district) },
    'registerFacility',
    input,
  );
  return written['facility'].id as string;
}

const merge = (mergedId: string, survivorId: string) =>
  writeAs({ door: subgraph.door, viewer: officerOf('430202') }, 'mergeFacilities', {
    mergedId,
    survivorId,
  });

const load = () => createLoaders(subgraph.database.reader(anonymous));

test('rows come in the order of the ids, null for an unknown one, a merged one as its survivor', async () => {
  const { facilityById } = load();
  const ids = [igo, 'facility_seed_nowhere', given, rehab, kept];
  const rows = await Promise.all(ids.map((id) => facilityById.load(id)));
  expect(rows.map((row) => row?.id ?? null)).toEqual([igo, null, kept, rehab, kept]);
});

test('a network has the members of its merged heads too, and each merged member once', async () => {
  const members = await load().membersOfNetwork.load(kept);
  expect(members.map(({ name }) => name)).toEqual(['一号站', '三号站', '二号站']);
});

test('the facilities of a district, page by page, are all and none twice', async () => {
  const { ids, totalCount } = await idsOverAllPages(subgraph.door, 'facilities(area: "430202")', 2);
  expect(new Set(ids).size).toBe(4);
  expect([ids.length, totalCount]).toEqual([4, 4]);
  expect(ids).toEqual(expect.arrayContaining([igo, kept]));
  expect(ids).not.toContain(given);
});

test.each([
  ['facilities(area: "430202", kind: "CHARITY_SHOP")', [igo]],
  ['facilities(area: "430202001")', [igo]],
  ['facilities(area: "430202", kind: "MALL")', []],
])('%s', async (list, expected) => {
  expect(await idsOverAllPages(subgraph.door, list, 100)).toEqual({
    ids: expected,
    totalCount: expected.length,
  });
});

test('a page under many parents is one SQL statement, and its counts are another', async () => {
  const pages = openPages(subgraph.database.reader(anonymous));
  subgraph.takeStatements();
  const districts = ['430202', '430203', '430299', '430112'];
  const listed = await Promise.all(
    districts.map((code) => pages.load(facilitiesList, code, { first: 2 }, { kind: null })),
  );
  expect(subgraph.takeStatements()).toHaveLength(1);
  expect(listed.map(({ rows, hasNextPage }) => [rows.length, hasNextPage])).toEqual([
    [2, true],
    [2, false],
    [0, false],
    [2, true],
  ]);
  expect(await Promise.all(listed.map(({ countTotal }) => countTotal()))).toEqual([4, 2, 0, 11]);
  expect(subgraph.takeStatements()).toHaveLength(1);
});

test('a community has the facilities of the communities merged into it', async () => {
  const { door, database } = subgraph;
  const twin = await writeAs({ door, viewer: officerOf('430202') }, 'registerCommunity', {
    name: '野鸭冲居委会',
    kind: 'RESIDENTS',
    districtCode: '430202',
    streetCode: '430202001',
  });
  const twinId = twin['community'].id as string;
  const there = await facility('丙中心', { communityId: twinId });
  await writeAs({ door, viewer: officerOf('430202') }, 'mergeCommunities', {
    mergedId: twinId,
    survivorId: yeyachong,
  });
  const pages = openPages(database.reader(anonymous));
  const page = await pages.load(facilitiesOfCommunityList, yeyachong, { first: 9 }, { kind: null });
  expect(page.rows.map(({ id }) => id)).toEqual([igo, there]);
});

test('a cursor is good for its own list only', async () => {
  const first = await askSubgraph(
    subgraph.door,
    '{ facilities(area: "430202", first: 1) { pageInfo { endCursor } } }',
  );
  const page = first.data?.['facilities'] as { pageInfo: { endCursor: string } };
  for (const after of [page.pageInfo.endCursor, 'x', '', 'W10', 'W10\u0000']) {
    const answer = await askSubgraph(
      subgraph.door,
      'query ($after: String) { organisations(first: 1, after: $after) { nodes { id } } }',
      { after },
    );
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'BAD_CURSOR' });
  }
});

test.each([0, -1, 101, 2 ** 31 - 1])('%i is no page size', async (first) => {
  const answer = await askSubgraph(
    subgraph.door,
    'query ($first: Int!) { facilities(area: "430202", first: $first) { nodes { id } } }',
    { first },
  );
  expect(answer.errors?.[0]?.extensions).toEqual({ code: 'BAD_PAGE_SIZE' });
});
