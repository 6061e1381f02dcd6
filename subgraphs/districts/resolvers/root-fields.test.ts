import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import { startTestSubgraph, type TestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph(blueprint);
});
afterAll(() => subgraph[Symbol.asyncDispose]());

const ask = (query: string) => askSubgraph(subgraph.door, query);

describe.each([
  ['source', 'source_seed_s3', 'title', '株洲日报'],
  ['organisation', 'organisation_seed_lele', 'name', '乐乐超市'],
  ['community', 'community_seed_yeyachong', 'name', '野鸭冲社区'],
  ['estate', 'estate_seed_beichen', 'name', '北辰中央公园'],
  ['facility', 'facility_seed_igo', 'name', 'IGO慈善超市'],
  ['functionalArea', 'functionalarea_seed_zhuzhou_hightech', 'name', '株洲高新区'],
  ['policyInstrument', 'policyinstrument_seed_hetang_partner_rules', 'scopeCode', '430202'],
])('%s(id)', (field, id, told, value) => {
  test('gives the record of the id', async () => {
    const { data, errors } = await ask(`{ ${field}(id: "${id}") { id ${told} } }`);
    expect(errors).toBeUndefined();
    expect(data?.[field]).toEqual({ id, [told]: expect.stringContaining(value) });
  });

  const prefix = id.split('_')[0];
  test.each([
    [`${prefix}_seed_nowhere`, 'NOT_FOUND'],
    [`${prefix}_01J9ZQ4Y7M3K8N2P5R6S7T8V9W`, 'NOT_FOUND'],
    [`${prefix}_`, 'BAD_USER_INPUT'],
    ['fund_seed_yeyachong', 'BAD_USER_INPUT'],
    ['430202', 'BAD_USER_INPUT'],
    ['', 'BAD_USER_INPUT'],
    [`${id}\\u0000`, 'BAD_USER_INPUT'],
  ])('refuses "%s" with %s', async (unknown, code) => {
    const { data, errors } = await ask(`{ ${field}(id: "${unknown}") { id } }`);
    expect(data).toEqual({ [field]: null });
    expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code }]);
  });
});

test('a grid is found by its id, of which the seed has none', async () => {
  const { data, errors } = await ask('{ grid(id: "grid_seed_nowhere") { id } }');
  expect(data).toEqual({ grid: null });
  expect(errors?.[0]?.extensions).toEqual({ code: 'NOT_FOUND' });
});

test.each([
  ['city(code: "430200") { code name }', { code: '430200', name: '株洲市' }],
  ['district(code: "430202") { code name }', { code: '430202', name: '荷塘区' }],
  ['street(code: "430202001") { code name }', { code: '430202001', name: '月塘街道' }],
  ['area(code: "430200") { __typename }', { __typename: 'City' }],
  ['area(code: "430202") { __typename }', { __typename: 'District' }],
  ['area(code: "430202001") { __typename }', { __typename: 'Street' }],
])('%s', async (question, expected) => {
  const { data } = await ask(`{ ${question} }`);
  expect(Object.values(data ?? {})).toEqual([expected]);
});

test.each([
  ['city(code: "430300") { code }', 'NOT_FOUND'],
  ['city(code: "430202") { code }', 'NOT_FOUND'],
  ['district(code: "430299") { code }', 'NOT_FOUND'],
  ['district(code: "43020") { code }', 'BAD_USER_INPUT'],
  ['district(code: "４３０２０２") { code }', 'BAD_USER_INPUT'],
  ['district(code: 430202) { code }', 'BAD_USER_INPUT'],
  ['street(code: "430202099") { code }', 'NOT_FOUND'],
  ['area(code: "430000") { __typename }', 'BAD_USER_INPUT'],
  ['districts(city: "430300") { code }', 'NOT_FOUND'],
  ['communities(area: "430299", first: 1) { totalCount }', 'NOT_FOUND'],
  ['facilities(area: "430202099", first: 1) { totalCount }', 'NOT_FOUND'],
  ['districtsCodeLists(list: "HazardCategory") { code }', 'NOT_FOUND'],
])('%s is refused with %s, never answered with nothing', async (question, code) => {
  const { data, errors } = await ask(`{ ${question} }`);
  expect(Object.values(data ?? {}).filter((value) => value !== null)).toEqual([]);
  expect(errors?.map(({ extensions }) => extensions)).toEqual([{ code }]);
});

test('a code that left the list is answered, with the day it left', async () => {
  const { data } = await ask('{ district(code: "430271") { name validTo replacedBy { code } } }');
  expect(data?.['district']).toEqual({
    name: '云龙示范区',
    validTo: '2022-10-31',
    replacedBy: { code: '430204' },
  });
});

test('every record and every figure leads to its source', async () => {
  const from = 'provenance { source { id } }';
  const { data, errors } = await ask(`{
    city(code: "430200") { ${from} functionalAreas { ${from} } reportedFigures { ${from} } }
    district(code: "430202") { ${from} population { persons vintage place { __typename } ${from} } }
    street(code: "430202001") { ${from} coverage { recordKind coverage } communities { ${from} } }
    estate(id: "estate_seed_beichen") { ${from} }
    facility(id: "facility_seed_igo") { ${from} reportedFigures { key quantity { value } ${from} } operator { ${from} } }
    policyInstrument(id: "policyinstrument_seed_hunan_fund_guideline") { ${from} scope { __typename } }
  }`);
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data)).not.toContain('"provenance":null');
  expect(data).toMatchObject({
    district: {
      population: {
        persons: 348_894,
        vintage: 'CENSUS_2020',
        place: { __typename: 'District' },
        provenance: { source: { id: 'source_seed_census_2020' } },
      },
    },
    street: { coverage: [{ recordKind: 'Community', coverage: 'FULL' }] },
    facility: {
      provenance: { source: { id: 'source_seed_s3' } },
      reportedFigures: [{ key: 'monthlyBeneficiaries', quantity: { value: 169 } }],
    },
    // A province is no area of the graph.
    policyInstrument: { scope: null },
  });
});

test('a code list is told whole, or the one asked for', async () => {
  const { data } = await ask(`{
    all: districtsCodeLists { list }
    one: districtsCodeLists(list: "FacilityKind") { list code label { zh } }
  }`);
  const lists = (data?.['all'] as readonly { readonly list: string }[]).map(({ list }) => list);
  expect([...new Set(lists)].sort()).toEqual(['FacilityKind', 'MethodTag', 'PostKind']);
  expect(data?.['one']).toHaveLength(22);
  expect(data?.['one']).toContainEqual({
    list: 'FacilityKind',
    code: 'CHARITY_SHOP',
    label: { zh: '慈善超市' },
  });
});
