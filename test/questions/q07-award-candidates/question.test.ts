import { analystOf, appOf, officerOf, type Viewer } from '@linju/kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { startGraph, type TestGraph } from '../../support/start-graph.js';
import { criteriaOfActiveMember, namedPartners } from './expected.js';

// "Which partners qualify for 优秀社区合伙人 this year?" Safety data is not part of this release, so that
// criterion is UNKNOWN wherever premises are known or unknown, and nobody of the real partners is
// declared eligible.

let graph: TestGraph;

beforeAll(async () => {
  graph = await startGraph();
});

afterAll(() => graph[Symbol.asyncDispose]());

const question = `query ($year: Int!) {
  partnerScheme(id: "partnerscheme_seed_hetang") {
    awardRule { title minFen maxFen perYear }
    reportedFigures { key kind quantity { value } }
  }
  district(code: "430202") { partners(first: 20) { nodes {
    displayName
    memberships { state awards { title } awardCandidacy(year: $year) { result criteria { criterion result } } }
  } } }
}`;

const ask = (viewer?: Viewer) => graph.ask(question, { year: 2024 }, viewer);

test('the award rule is public: 3,000 to 10,000 yuan, once a year, over 3 types and 4 modes', async () => {
  const { data } = await ask();
  expect(data.partnerScheme).toEqual({
    awardRule: { title: '荷塘区优秀社区合伙人', minFen: '300000', maxFen: '1000000', perYear: 1 },
    reportedFigures: expect.arrayContaining([
      { key: 'cooperationModes', kind: 'FACT', quantity: { value: 4 } },
      { key: 'partnerTypes', kind: 'FACT', quantity: { value: 3 } },
    ]),
  });
});

describe('the criteria of the four named partners', () => {
  test.each([
    ['an officer of 荷塘', officerOf('430202')],
    ['an analyst of 株洲', analystOf('430200')],
  ])('%s reads them all, and nobody is declared eligible', async (_, viewer) => {
    const { data, errors } = await ask(viewer);
    expect(errors).toBeUndefined();
    expect(data.district.partners.nodes).toEqual(
      namedPartners.map((displayName) => ({
        displayName,
        memberships: [
          {
            state: 'ACTIVE',
            awards: [],
            awardCandidacy: { result: 'UNDECIDED', criteria: criteriaOfActiveMember },
          },
        ],
      })),
    );
  });

  test.each([
    ['anonymous', undefined],
    ['an officer of another district', officerOf('430203')],
    ['an analyst of another city', analystOf('430100')],
  ])('%s reads none of them', async (_, viewer) => {
    const { data } = await ask(viewer);
    const candidacies = data.district.partners.nodes.map(
      ({ memberships }: { memberships: { awardCandidacy: unknown }[] }) =>
        memberships[0]?.awardCandidacy,
    );
    expect(candidacies).toEqual(namedPartners.map(() => ({ result: null, criteria: null })));
  });

  test('a partner app reads its own and no other’s', async () => {
    const { data } = await ask(appOf('partner_seed_lele'));
    const shown = data.district.partners.nodes.filter(
      ({ memberships }: { memberships: { awardCandidacy: { criteria: unknown } }[] }) =>
        memberships[0]?.awardCandidacy.criteria !== null,
    );
    expect(shown.map(({ displayName }: { displayName: string }) => displayName)).toEqual([
      '乐乐超市',
    ]);
  });
});
