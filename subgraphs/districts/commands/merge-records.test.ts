import { officerOf, systemViewer, type Viewer } from '@linju/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import { startTestSubgraph, type TestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';
import { sharedTables } from '../tables/shared-tables.js';
import { newestChanges } from '../test-support/newest-changes.js';
import { mayNotWriteHetang, refusedWith } from '../test-support/refused-as.js';
import { grownBy, storedRows } from '../test-support/stored-rows.js';
import { writeAs } from '../test-support/write-as.js';

const officer = officerOf('430202');

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph(blueprint);
});
afterAll(() => subgraph[Symbol.asyncDispose]());

interface Kind {
  readonly record: 'organisation' | 'community' | 'facility';
  readonly register: string;
  readonly merge: string;
  readonly input: object;
}

const facilities: Kind = {
  record: 'facility',
  register: 'registerFacility',
  merge: 'mergeFacilities',
  input: { kind: 'STATION', status: 'OPEN' },
};

const kinds: readonly Kind[] = [
  facilities,
  {
    record: 'organisation',
    register: 'registerOrganisation',
    merge: 'mergeOrganisations',
    input: { kind: 'ENTERPRISE' },
  },
  {
    record: 'community',
    register: 'registerCommunity',
    merge: 'mergeCommunities',
    input: { kind: 'RESIDENTS' },
  },
];

async function made(kind: Kind, name: string, districtCode = '430202'): Promise<string> {
  const input = { ...kind.input, name, districtCode };
  const written = await writeAs(
    { door: subgraph.door, viewer: officerOf(districtCode) },
    kind.register,
    input,
  );
  return written[kind.record].id as string;
}

const merge = (kind: Kind, mergedId: string, survivorId: string, viewer: Viewer = officer) =>
  writeAs({ door: subgraph.door, viewer }, kind.merge, { mergedId, survivorId });

async function readBy(kind: Kind, id: string): Promise<unknown> {
  const question = `query ($id: ID!) { ${kind.record}(id: $id) { id } }`;
  return (await askSubgraph(subgraph.door, question, { id })).data?.[kind.record];
}

describe.each(kinds)('of two records of one $record', (kind) => {
  test('the survivor is answered, and the old id leads to it', async () => {
    const [given, kept] = [await made(kind, '甲'), await made(kind, '乙')];
    const before = await storedRows(subgraph.database);
    expect(await merge(kind, given, kept)).toEqual({ [kind.record]: { id: kept }, userErrors: [] });
    expect(await readBy(kind, given)).toEqual({ id: kept });
    expect(await readBy(kind, kept)).toEqual({ id: kept });
    expect(grownBy(before, await storedRows(subgraph.database))).toEqual({
      idempotency: 1,
      outbox: 2,
    });
  });

  test('three become one: what was merged before follows, each id one step from the survivor', async () => {
    const [first, second, third] = [
      await made(kind, '甲'),
      await made(kind, '乙'),
      await made(kind, '丙'),
    ];
    await merge(kind, first, second);
    expect((await merge(kind, second, third)).userErrors).toEqual([]);
    expect(await Promise.all([first, second, third].map((id) => readBy(kind, id)))).toEqual(
      Array(3).fill({ id: third }),
    );
    const type = `${kind.record[0]?.toUpperCase()}${kind.record.slice(1)}`;
    expect([...(await newestChanges(subgraph.database, 3))].sort()).toEqual(
      [
        `CHANGED ${type} ${third} 430202`,
        `REMOVED ${type} ${first} 430202`,
        `REMOVED ${type} ${second} 430202`,
      ].sort(),
    );
  });

  test('an old id given as the survivor stands for the survivor it leads to', async () => {
    const [first, second, third] = [
      await made(kind, '甲'),
      await made(kind, '乙'),
      await made(kind, '丙'),
    ];
    await merge(kind, first, second);
    expect(await merge(kind, third, first)).toEqual({
      [kind.record]: { id: second },
      userErrors: [],
    });
  });

  test('eight merges at once, either way, end in one survivor and no cycle', async () => {
    const [left, right] = [await made(kind, '甲'), await made(kind, '乙')];
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, turn) =>
        turn % 2 === 0 ? merge(kind, left, right) : merge(kind, right, left),
      ),
    );
    const refusals = answers.flatMap(({ userErrors }) => userErrors);
    expect(refusals).toHaveLength(7);
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['MERGE_CYCLE']));
    const winner = answers.find(({ userErrors }) => userErrors.length === 0)?.[kind.record];
    expect([left, right]).toContain(winner.id);
    expect([await readBy(kind, left), await readBy(kind, right)]).toEqual([winner, winner]);
  });

  test('a ring of three merges at once ends in one survivor', async () => {
    const ring = [await made(kind, '甲'), await made(kind, '乙'), await made(kind, '丙')] as const;
    const [first, second, third] = ring;
    const answers = await Promise.all([
      merge(kind, first, second),
      merge(kind, second, third),
      merge(kind, third, first),
    ]);
    const refused = answers.flatMap(({ userErrors }) => userErrors);
    expect(refused.map(({ code }) => code)).toEqual(['MERGE_CYCLE']);
    const survivors = await Promise.all(ring.map((id) => readBy(kind, id)));
    expect(survivors).toEqual(Array(3).fill({ id: expect.stringMatching(/^[a-z]+_/) }));
    expect(new Set(survivors.map((survivor) => JSON.stringify(survivor))).size).toBe(1);
  });
});

test('what documents state of the given-up record is stated of the survivor', async () => {
  const [given, kept] = [await made(facilities, '甲'), await made(facilities, '乙')];
  await subgraph.database.write(systemViewer, { repeatable: false }, (tx) =>
    tx.db.insert(sharedTables.reportedFigure).values({
      id: `reportedfigure_${given}_visits`,
      subjectType: 'Facility',
      subjectId: given,
      districtCode: '430202',
      key: 'visits',
      value: 600,
      qualifier: 'AT_LEAST',
      unit: 'PASSAGE',
      kind: 'FACT',
    }),
  );
  await merge(facilities, given, kept);
  const question =
    'query ($id: ID!) { facility(id: $id) { reportedFigures { key quantity { value } } } }';
  const { data } = await askSubgraph(subgraph.door, question, { id: given });
  expect(data?.['facility']).toEqual({
    reportedFigures: [{ key: 'visits', quantity: { value: 600 } }],
  });
});

describe('refused, with nothing written', () => {
  let hetang: readonly [string, string];
  let lusong: string;
  let gone: string;
  beforeAll(async () => {
    hetang = [await made(facilities, '甲'), await made(facilities, '乙')];
    lusong = await made(facilities, '丙', '430203');
    gone = await made(facilities, '丁');
    await merge(facilities, gone, hetang[0]);
  });

  const unchanged = async (refused: () => Promise<unknown>, code: string, field: string | null) => {
    const before = await storedRows(subgraph.database);
    expect(await refused()).toEqual({ facility: null, ...refusedWith(code, field) });
    expect(grownBy(before, await storedRows(subgraph.database))).toEqual({});
  };

  test.each(mayNotWriteHetang)('to %s', (_, viewer) =>
    unchanged(() => merge(facilities, ...hetang, viewer), 'NOT_AUTHORISED', null),
  );

  test.each([
    ['a record into itself', () => [hetang[0], hetang[0]], 'MERGE_CYCLE', 'survivorId'],
    ['a record merged before', () => [gone, hetang[1]], 'MERGE_CYCLE', 'mergedId'],
    ['a survivor into its merged one', () => [hetang[0], gone], 'MERGE_CYCLE', 'survivorId'],
    ['records of two districts', () => [hetang[0], lusong], 'PLACE_MISMATCH', 'survivorId'],
    ['an unknown record', () => ['facility_seed_nowhere', hetang[0]], 'NOT_FOUND', 'mergedId'],
    ['an unknown survivor', () => [hetang[0], 'facility_seed_nowhere'], 'NOT_FOUND', 'survivorId'],
    [
      'a record of another type',
      () => ['community_seed_beiling', hetang[0]],
      'BAD_USER_INPUT',
      'mergedId',
    ],
    ['a survivor without an id', () => [hetang[0], ''], 'BAD_USER_INPUT', 'survivorId'],
  ] as const)('for %s', (_, ids, code, field) => {
    const [mergedId = '', survivorId = ''] = ids();
    return unchanged(() => merge(facilities, mergedId, survivorId), code, field);
  });
});

test('organisations without a seat are merged by linju alone', async () => {
  const [given, kept] = ['organisation_seed_zhongsen', 'organisation_seed_wanrong'];
  const organisations = kinds[1] as Kind;
  expect((await merge(organisations, given, kept)).userErrors).toEqual([
    { code: 'NOT_AUTHORISED', field: null },
  ]);
  expect((await merge(organisations, given, kept, systemViewer)).userErrors).toEqual([]);
});
