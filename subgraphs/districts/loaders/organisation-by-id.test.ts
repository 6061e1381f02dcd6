import { anonymous, officerOf, systemViewer } from '@linju/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import { startTestSubgraph, type TestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';
import { organisationTierTable } from '../tables/organisation-tables.js';
import { idsOverAllPages } from '../test-support/all-pages.js';
import { writeAs } from '../test-support/write-as.js';
import { createLoaders } from './index.js';

const uscc = '91990101MA4L000008';

let subgraph: TestSubgraph;
let given: string;
let kept: string;

// Two records of one firm: one with a code, an identifier and a former name, the other with a tier.
beforeAll(async () => {
  subgraph = await startTestSubgraph(blueprint);
  given = await firm('甲公司', { uscc, identifiers: [{ scheme: 'LOCAL', value: '7' }] });
  kept = await firm('乙公司', {});
  await write('renameOrganisation', { organisationId: given, name: '甲集团', from: '2024-05' });
  await subgraph.database.write(systemViewer, { repeatable: false }, (tx) =>
    tx.db
      .insert(organisationTierTable)
      .values({ organisationId: kept, tier: 'LITTLE_GIANT', since: '2023' }),
  );
  await write('mergeOrganisations', { mergedId: given, survivorId: kept });
});
afterAll(() => subgraph[Symbol.asyncDispose]());

const write = (mutation: string, input: object) =>
  writeAs({ door: subgraph.door, viewer: officerOf('430202') }, mutation, { ...input });

async function firm(name: string, more: object): Promise<string> {
  const input = { name, kind: 'ENTERPRISE', districtCode: '430202', ...more };
  return (await write('registerOrganisation', input))['organisation'].id as string;
}

const load = () => createLoaders(subgraph.database.reader(anonymous));

test('rows come in the order of the ids, null for an unknown one, a merged one as its survivor', async () => {
  const { organisationById } = load();
  const lele = 'organisation_seed_lele';
  const ids = [lele, 'organisation_seed_nowhere', given, kept];
  const rows = await Promise.all(ids.map((id) => organisationById.load(id)));
  expect(rows.map((row) => row?.id ?? null)).toEqual([lele, null, kept, kept]);
});

test('a survivor has the names, identifiers and tiers of the records merged into it', async () => {
  const loaders = load();
  subgraph.takeStatements();
  expect(await loaders.namesOfOrganisation.load(kept)).toEqual([
    expect.objectContaining({ name: '甲公司', validFrom: null, validTo: '2024-05' }),
  ]);
  expect(await loaders.identifiersOfOrganisation.load(kept)).toEqual([
    expect.objectContaining({ scheme: 'LOCAL', value: '7' }),
  ]);
  expect(await loaders.tiersOfOrganisation.load(kept)).toEqual([
    expect.objectContaining({ tier: 'LITTLE_GIANT', since: '2023' }),
  ]);
  expect(subgraph.takeStatements()).toHaveLength(3);
});

test('all organisations, page by page, are there once, without the merged one', async () => {
  const { ids, totalCount } = await idsOverAllPages(subgraph.door, 'organisations', 20);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(totalCount);
  expect(ids).toContain(kept);
  expect(ids).not.toContain(given);
});

const listed = async (filter: string) =>
  (await idsOverAllPages(subgraph.door, `organisations(${filter})`, 50)).ids;

test('organisations are listed by kind', async () => {
  expect(await listed('kind: MEDIA')).toEqual(
    expect.arrayContaining([expect.stringMatching(/^organisation_seed_/)]),
  );
  expect(await listed('kind: SOLE_TRADER')).toEqual([]);
});

test('organisations are listed by the city or the district of their seat', async () => {
  const ofDistrict = await listed('seat: "430202"');
  const ofCity = await listed('seat: "430200"');
  expect(ofDistrict).toContain(kept);
  expect(ofCity).toEqual(expect.arrayContaining([...ofDistrict]));
  expect(ofCity.length).toBeGreaterThan(ofDistrict.length);
  expect(ofCity).not.toContain('organisation_seed_wangcheng_federation');
});

test('organisations are listed by a part of their name, or of one they had', async () => {
  const { ids } = await idsOverAllPages(subgraph.door, 'organisations(named: "乐乐")', 50);
  expect(ids).toEqual(['organisation_seed_lele']);
  const renamed = await firm('丙公司', {});
  await write('renameOrganisation', { organisationId: renamed, name: '丁公司' });
  expect(await listed('named: "丙公司"')).toEqual([renamed]);
  // Nothing in it is a pattern.
  expect(await listed('named: "%"')).toEqual([]);
  expect(await listed('named: "_"')).toEqual([]);
});

test('an organisation is found by its unified social credit code', async () => {
  const found = await firm('戊公司', { uscc: '529901011234567894' });
  expect(await listed('uscc: "529901011234567894"')).toEqual([found]);
});

test.each([
  ['seat: "430299"', 'NOT_FOUND'],
  ['seat: "430202001"', 'BAD_USER_INPUT'],
  ['seat: "4302"', 'BAD_USER_INPUT'],
  ['uscc: "1"', 'BAD_USER_INPUT'],
  ['named: ""', 'BAD_USER_INPUT'],
  [`named: "${'长'.repeat(51)}"`, 'BAD_USER_INPUT'],
  ['named: "\\u0000"', 'BAD_ENCODING'],
])(
  'organisations(%s) is refused with %s, not answered with an empty list',
  async (filter, code) => {
    const answer = await askSubgraph(
      subgraph.door,
      `{ organisations(${filter}, first: 1) { nodes { id } } }`,
    );
    expect(answer.errors?.[0]?.extensions).toEqual({ code });
    expect(answer.data?.['organisations'] ?? null).toBeNull();
  },
);
