import { findPersonData, parseId, systemClock, newUlidId } from '@linju/kit';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { askSubgraph } from '../../../test/support/ask-subgraph.js';
import { startTestSubgraph, type TestSubgraph } from '../../../test/support/test-database.js';
import { blueprint } from '../index.js';
import { storedRows } from '../test-support/stored-rows.js';
import { goldenRecords } from './golden.js';

const records = goldenRecords();

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph(blueprint);
});
afterAll(() => subgraph[Symbol.asyncDispose]());

const ask = async (source: string) => {
  const { data, errors } = await askSubgraph(subgraph.door, source);
  expect(errors).toBeUndefined();
  return data;
};

test('the seed is the same every time, and each record has an id of its own', () => {
  expect(goldenRecords()).toEqual(records);
  expect(new Set(records.map(({ type, id }) => `${type} ${id}`)).size).toBe(records.length);
});

test('every record of a real place names its source', () => {
  const unsourced = records.filter(({ provenance }) => !provenance?.sourceId);
  expect(unsourced).toEqual([]);
  expect(records.filter(({ provenance }) => provenance?.method === 'SYNTHETIC')).toEqual([]);
});

test('ids are well formed: seed and a slug', () => {
  for (const { type, id } of records) {
    if (type !== 'CodeValue' && type !== 'Coverage') expect(parseId(type, id)).toMatch(/_seed_/);
  }
});

test('no number or address that points at a person is in the seed, and no individual partner', () => {
  const texts = JSON.stringify(
    records.map(({ row, beside }) => [row, beside?.map((side) => side.row)]),
    (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
  );
  expect(findPersonData(texts)).toEqual([]);
  expect(records.filter(({ row }) => row['type'] === 'INDIVIDUAL')).toEqual([]);
});

test('planting twice changes nothing and tells nobody', async () => {
  const before = await storedRows(subgraph.testDatabase);
  const parts = { database: subgraph.database, clock: systemClock, newId: newUlidId };
  expect(await blueprint.seed(parts, () => {})).toBe(records.length);
  expect(await storedRows(subgraph.testDatabase)).toEqual(before);
});

test('the partners of 荷塘区, as the first question to the graph asks for them', async () => {
  const membership = [{ state: 'ACTIVE', scheme: { name: '荷塘区社区合伙人' } }];
  const partner = (displayName: string, type: string) => ({
    displayName,
    type,
    memberships: membership,
  });
  expect(
    await ask(`{ _entities(representations: [{ __typename: "District", code: "430202" }]) { ... on District {
      partners(first: 20) { nodes { displayName type memberships { state scheme { name } } } } } } }`),
  ).toEqual({
    _entities: [
      {
        partners: {
          nodes: [
            partner('乐乐超市', 'COMMERCIAL'),
            partner('市大同社会工作服务中心', 'COMMUNITY_GROUP'),
            partner('湖南工业大学体育学院青志联', 'COMMUNITY_GROUP'),
            partner('门店协会', 'COMMUNITY_GROUP'),
          ],
        },
      },
    ],
  });
});

const figure = (key: string, kind: 'FACT' | 'BENCHMARK', quantity: object) => ({
  key,
  kind,
  quantity: { qualifier: 'EXACT', ...quantity },
  provenance: { source: { id: kind === 'FACT' ? 'source_seed_s4' : 'source_seed_xb2' } },
});

test('the scheme of 荷塘区: its rules, its award, what the press counts, and a benchmark from elsewhere', async () => {
  expect(
    await ask(`{ partnerScheme(id: "partnerscheme_seed_hetang") { name kind status sponsor { id } policy { id }
      partnerTypes modes openRecruitment awardRule { title minFen maxFen perYear }
      reportedFigures { key kind quantity { value qualifier unit } provenance { source { id } } } provenance { method confidence source { id } } } }`),
  ).toEqual({
    partnerScheme: {
      name: '荷塘区社区合伙人',
      kind: 'COMMUNITY_PARTNER',
      status: 'ACTIVE',
      sponsor: { id: 'organisation_seed_hetang_social_work' },
      policy: { id: 'policyinstrument_seed_hetang_partner_rules' },
      partnerTypes: ['COMMERCIAL', 'COMMUNITY_GROUP', 'INDIVIDUAL'],
      modes: ['PROJECT', 'SPACE_FOR_RESOURCES', 'MARKET_LED_PUBLIC_BENEFIT', 'MUTUAL_BENEFIT'],
      openRecruitment: true,
      awardRule: { title: '荷塘区优秀社区合伙人', minFen: '300000', maxFen: '1000000', perYear: 1 },
      reportedFigures: [
        figure('cooperationModes', 'FACT', { value: 4, unit: 'ITEM' }),
        figure('nanshaPartners', 'BENCHMARK', { value: 128, unit: 'UNIT_OR_PERSON' }),
        figure('nanshaProjects', 'BENCHMARK', { value: 156, unit: 'ITEM' }),
        figure('nanshaRaisedFen', 'BENCHMARK', {
          value: 2_000_000_000,
          unit: 'FEN',
          qualifier: 'AT_LEAST',
        }),
        figure('partnerTypes', 'FACT', { value: 3, unit: 'ITEM' }),
      ],
      provenance: { method: 'REPORTED', confidence: 'HIGH', source: { id: 'source_seed_s4' } },
    },
  });
});

test('the other two schemes, in other cities and of other kinds', async () => {
  expect(
    await ask(`{ partnerSchemes(first: 10, area: "430100") { nodes { id kind district { code } sponsor { id } openRecruitment
      partnerTypes modes reportedFigures { key quantity { value unit } asOf } } } }`),
  ).toEqual({
    partnerSchemes: {
      nodes: [
        {
          id: 'partnerscheme_seed_zhongnan_cobuilding',
          kind: 'CO_BUILDING',
          district: { code: '430112' },
          sponsor: null,
          openRecruitment: null,
          partnerTypes: [],
          modes: [],
          reportedFigures: [
            {
              key: 'coBuildingUnits',
              quantity: { value: 8, unit: 'ORGANISATION' },
              asOf: '2022-08-09T00:00:00+08:00',
            },
          ],
        },
        {
          id: 'partnerscheme_seed_linjuli',
          kind: 'MEDIA_NETWORK',
          district: null,
          sponsor: { id: 'organisation_seed_changsha_wanbao' },
          openRecruitment: true,
          partnerTypes: ['COMMERCIAL', 'COMMUNITY_GROUP'],
          modes: [],
          reportedFigures: [],
        },
      ],
    },
  });
});

test('野享帮 links two partners and three teams; the charity shop gives to 169 on each fifth', async () => {
  expect(
    await ask(`{ partnerProject(id: "partnerproject_seed_yexiangbang") { name state community { id } fund { id } startedOn
        partners { id } teams { id } }
      distribution(id: "distribution_seed_igo_monthly") { state schedule { freq interval bymonthday } plannedOn doneOn
        recipients { value qualifier unit } facility { id } partner { id } community { id } } }`),
  ).toEqual({
    partnerProject: {
      name: '野享帮',
      state: 'ACTIVE',
      community: { id: 'community_seed_yeyachong' },
      fund: null,
      startedOn: null,
      partners: [{ id: 'partner_seed_datong' }, { id: 'partner_seed_qingzhilian' }],
      teams: ['bangkun', 'bianmin', 'lianmeng'].map((slug) => ({
        id: `team_seed_yexiang_${slug}`,
      })),
    },
    distribution: {
      state: 'PLANNED',
      schedule: { freq: 'MONTHLY', interval: 1, bymonthday: [5] },
      plannedOn: null,
      doneOn: null,
      recipients: { value: 169, qualifier: 'EXACT', unit: 'PERSON' },
      facility: { id: 'facility_seed_igo' },
      partner: { id: 'partner_seed_lele' },
      community: { id: 'community_seed_yeyachong' },
    },
  });
});

test('places, facilities and organisations find their partners', async () => {
  const nodes = (...names: readonly string[]) => ({
    nodes: names.map((displayName) => ({ displayName })),
  });
  expect(
    await ask(`{ _entities(representations: [
        { __typename: "Community", id: "community_seed_yeyachong" }, { __typename: "Community", id: "community_seed_shizitou" },
        { __typename: "Street", code: "430202001" }, { __typename: "City", code: "430100" },
        { __typename: "Facility", id: "facility_seed_igo" }, { __typename: "Organisation", id: "organisation_seed_lele" },
        { __typename: "Organisation", id: "organisation_seed_zhuzhou_ribao" }]) {
      ... on Community { partners(first: 9) { nodes { displayName } } }
      ... on Street { partners(first: 9) { nodes { displayName } } }
      ... on City { partners(first: 9) { nodes { displayName } } }
      ... on Facility { hostedPartners(first: 9) { nodes { displayName } } }
      ... on Organisation { partner { displayName } } } }`),
  ).toEqual({
    _entities: [
      { partners: nodes('乐乐超市', '市大同社会工作服务中心', '湖南工业大学体育学院青志联') },
      { partners: nodes('门店协会') },
      {
        partners: nodes(
          '乐乐超市',
          '市大同社会工作服务中心',
          '湖南工业大学体育学院青志联',
          '门店协会',
        ),
      },
      { partners: nodes('“家点爱”中式点面', '湖南省智慧农业产业协会') },
      { hostedPartners: nodes('乐乐超市') },
      { partner: { displayName: '乐乐超市' } },
      { partner: null },
    ],
  });
});

test('coverage says what is here: some of some kinds in 荷塘区, a scheme in 望城区, nothing elsewhere', async () => {
  const totals = `partnerTotals { coverage { recordKind coverage } qualifier reasonIfNull commercial communityGroup individual
    activeMemberships membershipsAdmitted needsRaised matchesDelivered distributionsDone }`;
  const partial = (...kinds: readonly string[]) =>
    kinds.map((recordKind) => ({ recordKind, coverage: 'PARTIAL' }));
  const unknown = {
    commercial: null,
    communityGroup: null,
    individual: null,
    activeMemberships: null,
    membershipsAdmitted: null,
    needsRaised: null,
    matchesDelivered: null,
    distributionsDone: null,
    reasonIfNull: 'SOURCE_MISSING',
  };
  expect(
    await ask(`{ _entities(representations: [{ __typename: "District", code: "430202" },
      { __typename: "District", code: "430112" }, { __typename: "District", code: "430203" }]) {
      ... on District { ${totals} } } }`),
  ).toEqual({
    _entities: [
      {
        partnerTotals: {
          ...unknown,
          coverage: partial(
            'Distribution',
            'Membership',
            'Partner',
            'PartnerProject',
            'PartnerScheme',
          ),
          qualifier: 'AT_LEAST',
          commercial: 1,
          communityGroup: 3,
          individual: 0,
          activeMemberships: 4,
          membershipsAdmitted: 0,
          distributionsDone: 0,
        },
      },
      { partnerTotals: { ...unknown, coverage: partial('PartnerScheme'), qualifier: 'EXACT' } },
      { partnerTotals: { ...unknown, coverage: [], qualifier: 'EXACT' } },
    ],
  });
});
