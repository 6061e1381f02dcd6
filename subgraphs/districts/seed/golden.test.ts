import { readFileSync } from 'node:fs';

import {
  findPersonData,
  formatInstant,
  packageFile,
  parseAdminCode,
  parseId,
  quantityOf,
  type SeedRecord,
} from '@linju/kit';
import { expect, test } from 'vitest';

import { goldenRecords } from './golden.js';
import { reportedFigures } from './reported-figures.js';

const records = goldenRecords();
const ofType = (type: string) => records.filter((record) => record.type === type);
const ids = (type: string) => ofType(type).map(({ id }) => id);
const find = (id: string): SeedRecord => {
  const record = records.find((known) => known.id === id);
  if (!record) throw new Error(`The seed has no record ${id}.`);
  return record;
};

test('the seed holds this many records of each type', () => {
  const counts: Record<string, number> = {};
  for (const { type } of records) counts[type] = (counts[type] ?? 0) + 1;
  expect(counts).toEqual({
    Source: 14,
    City: 2,
    District: 19,
    Street: 284,
    PopulationFigure: 20,
    FunctionalArea: 4,
    Organisation: 72,
    Community: 26,
    Estate: 4,
    Facility: 23,
    PolicyInstrument: 2,
    CodeValue: 51,
    Coverage: 44,
  });
});

test('the seed is the same every time', () => expect(goldenRecords()).toEqual(records));

test('each record has an id of its own', () => {
  expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
});

test.each([
  'Source',
  'FunctionalArea',
  'Organisation',
  'Community',
  'Estate',
  'Facility',
  'PolicyInstrument',
])('each %s has the well-formed id of a sourced fact', (type) => {
  for (const id of ids(type)) {
    expect(parseId(type, id)).toMatch(/^[a-z]+_seed_/);
  }
});

test('the ids that other subgraphs, tests and saved operations name are there', () => {
  const named = {
    source: 's0 s1 s2 s3 s4 xb1 xb2 xb3 nbs_2023 census_2020 workflow',
    community:
      'yeyachong shizitou wenhualu donghu hetai nanyueling shitangchong shuizhu yuanjiawan donghuan ' +
      'xiangyang beiling piaojiajing xiangjiang huaxing gudaqiao huayuanercun tianetang zhongnan ' +
      'chuanggu mingan yili',
    organisation: 'lele datong qingzhilian mendian wangcheng_federation',
    facility:
      'igo wangcheng_centre longhu zhongnan_service_centre zhongnan_gym huaxing_deputy_station',
    policyinstrument: 'hetang_partner_rules hunan_fund_guideline',
    functionalarea: 'zhuzhou_hightech xiangjiang_new_area',
  };
  const missing = Object.entries(named)
    .flatMap(([prefix, slugs]) => slugs.split(' ').map((slug) => `${prefix}_seed_${slug}`))
    .filter((id) => !records.some((record) => record.id === id));
  expect(missing).toEqual([]);
});

// Columns that hold the id or code of another record, in any table.
const referenceColumns = [
  'cityCode',
  'districtCode',
  'streetCode',
  'placeCode',
  'replacedBy',
  'primaryDistrictCode',
  'seatDistrictCode',
  'parentId',
  'organisationId',
  'functionalAreaId',
  'communityId',
  'operatorId',
  'issuerId',
];

const referencesOf = ({ row, beside = [] }: SeedRecord): readonly unknown[] =>
  [row, ...beside.map((side) => side.row as Record<string, unknown>)].flatMap((cells) =>
    referenceColumns.map((column) => cells[column] ?? null).filter((target) => target !== null),
  );

test('each record stands after all it refers to', () => {
  const planted = new Set<unknown>();
  const dangling = records.flatMap((record) => {
    planted.add(record.id);
    return referencesOf(record)
      .filter((target) => !planted.has(target))
      .map((target) => `${record.id} -> ${target}`);
  });
  expect(dangling).toEqual([]);
  expect(records.flatMap(referencesOf).length).toBeGreaterThan(ids('Street').length);
});

test('a policy holds for the province or for an area of the seed', () => {
  expect(ofType('PolicyInstrument').map(({ row }) => row['scopeCode'])).toEqual([
    '430202',
    '430000',
  ]);
});

test('each code is well formed and begins with the code of the unit above', () => {
  for (const { id, row } of ofType('Street')) {
    expect(parseAdminCode(id).startsWith(`${row['districtCode']}`)).toBe(true);
  }
  for (const { id, row } of ofType('District')) {
    expect(`${parseAdminCode(id).slice(0, 4)}00`).toBe(row['cityCode']);
  }
});

test('a record with a street lies in the district of that street', () => {
  const astray = records.filter(
    ({ row }) =>
      typeof row['streetCode'] === 'string' &&
      !row['streetCode'].startsWith(`${row['districtCode']}`),
  );
  expect(astray).toEqual([]);
});

test('a facility or estate within a community has the place of that community', () => {
  for (const { row } of [...ofType('Facility'), ...ofType('Estate')]) {
    if (typeof row['communityId'] !== 'string') continue;
    const community = find(row['communityId']).row;
    expect(row['districtCode']).toBe(community['districtCode']);
    if ('streetCode' in row) expect(row['streetCode']).toBe(community['streetCode']);
  }
});

test.each([
  ['430202', '001 月塘 002 茨菇塘 003 宋家桥 004 桂花 005 金山 006 明照 100 仙庾镇'],
  ['430203', '001 贺家土 002 建设 003 建宁 004 董家塅 005 庆云 006 枫溪 007 龙泉 100 白关镇'],
  ['430204', '001 田心 002 响石岭 003 清水塘 004 铜塘湾 005 井龙 008 学林 009 龙头铺 102 云田镇'],
  ['430211', '001 嵩山路 002 泰山路 003 栗雨 004 马家河 101 群丰镇 102 雷打石镇 103 三门镇'],
  [
    '430112',
    '001 高塘岭 003 丁字湾 005 大泽湖 006 月亮岛 007 白沙洲 008 金山桥 009 黄金园 011 乌山 012 铜官 ' +
      '013 雷锋 017 白马 101 桥驿镇 103 茶亭镇 106 靖港镇 107 乔口镇 115 白箬铺镇',
  ],
])('the streets and towns of %s are complete', (district, expected) => {
  const listed = ofType('Street')
    .filter(({ districtCode }) => districtCode === district)
    .map(({ id, row }) => `${id.slice(6)} ${row['name']}`.replace(/街道$/, ''));
  expect(listed.join(' ')).toBe(expected);
});

test('月塘街道 has its ten communities', () => {
  const names = ofType('Community')
    .filter(({ row }) => row['streetCode'] === '430202001')
    .map(({ row }) => `${row['name']}`.replace('社区', ''));
  expect(names.sort()).toEqual(
    '东湖 东环 南岳岭 合泰 文化路 水竹 石塘冲 石子头 袁家湾 野鸭冲'.split(' ').sort(),
  );
});

test('the code that left the list has no kind, the day it left and its replacement', () => {
  const { row, provenance } = find('430271');
  expect(row).toMatchObject({ kind: null, validTo: '2022-10-31', replacedBy: '430204' });
  expect(provenance?.sourceId).toBe('source_seed_nbs_2023');
  expect(ofType('District').filter((district) => district.row['kind'] === null)).toHaveLength(1);
});

test('a population that no source states is null with its reason, never a number', () => {
  const counted = ofType('PopulationFigure').filter(({ row }) => row['persons'] !== null);
  expect(Object.fromEntries(counted.map(({ row }) => [row['placeCode'], row['persons']]))).toEqual({
    430100: 10_047_900,
    430103: 836_157,
    430105: 820_790,
    430112: 890_214,
    430200: 3_902_738,
    430202: 348_894,
    430212: 260_534,
  });
  for (const { row } of ofType('PopulationFigure')) {
    expect([null, 'SOURCE_MISSING'][row['persons'] === null ? 1 : 0]).toBe(row['reasonIfNull']);
  }
});

test('each record but a source says from which source of the seed it comes', () => {
  const known = new Set(ids('Source'));
  const without = records.filter(
    ({ type, provenance }) => type !== 'Source' && !known.has(provenance?.sourceId ?? ''),
  );
  expect(without).toEqual([]);
  const figures = Object.values(reportedFigures).flat();
  expect(figures.filter(({ provenance }) => provenance && !known.has(provenance.sourceId))).toEqual(
    [],
  );
});

test('nothing in the seed is synthetic', () => {
  expect(records.filter(({ provenance }) => provenance?.method === 'SYNTHETIC')).toEqual([]);
});

test('the names in doubt are marked so', () => {
  const doubtful = records.filter(({ provenance }) => provenance?.confidence === 'LOW');
  expect(doubtful.map(({ row }) => row['name'])).toEqual(['南岳岭社区', '漂家井社区']);
  expect(find('community_seed_piaojiajing').provenance?.rawText).toBe('漂家井社区');
});

test('no text holds a number or an address of a person', () => {
  const texts = records.flatMap(({ row, beside = [], provenance }) =>
    [
      ...Object.values(row),
      ...beside.flatMap((side) => Object.values(side.row)),
      provenance?.rawText,
    ]
      .flat()
      .filter((value) => typeof value === 'string'),
  );
  expect(texts.length).toBeGreaterThan(records.length);
  expect(texts.filter((text) => findPersonData(text).length > 0)).toEqual([]);
});

test('each code used stands in its list', () => {
  const listed = new Set(ids('CodeValue'));
  const used = [
    ...ofType('Facility').map(({ row }) => `FacilityKind/${row['kind']}`),
    ...ofType('Community').flatMap(({ row }) =>
      (row['methodTags'] as string[]).map((tag) => `MethodTag/${tag}`),
    ),
  ];
  expect(used.filter((code) => !listed.has(code))).toEqual([]);
});

const docs = (page: string) =>
  readFileSync(packageFile(import.meta.url, `../../docs/${page}`), 'utf8');

const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''));

test.each(['FacilityKind', 'PostKind', 'MethodTag'])('%s is as the glossary has it', (list) => {
  const [, section = ''] = docs('glossary.md').split(`\n### \`${list}\``);
  const [table = ''] = section.split(/\n##/);
  const words = table.split('\n').filter((line) => line.startsWith('| `'));
  const seeded = ofType('CodeValue').filter(({ row }) => row['list'] === list);
  expect(seeded.map(({ row }) => [row['code'], row['zh'], row['en']])).toEqual(words.map(cellsOf));
});

test('the sources are those that docs/sources.md lists, and the workflow', () => {
  const listed = docs('sources.md')
    .split('\n')
    .filter((line) => line.startsWith('| `source_seed_'))
    .map(cellsOf)
    .map(([id, , kind, published]) => [id, kind, published === 'null' ? null : published]);
  const seeded = ofType('Source').map(({ id, row }) => [id, row['kind'], row['publishedOn']]);
  const workflow = ['source_seed_workflow', 'OPERATING_SYSTEM', null];
  expect(seeded).toEqual([...listed.filter(([id]) => id !== workflow[0]), workflow]);
});

test('a facility has the past that is stated of it, and no other', () => {
  const openings = ofType('Facility').flatMap(({ id, transitions = [] }) =>
    transitions.map(({ from, to, effectiveAt }) => [id, from, to, formatInstant(effectiveAt)]),
  );
  expect(openings).toEqual([
    ['facility_seed_wangcheng_centre', null, 'OPEN', '2025-12-11T00:00:00+08:00'],
    ['facility_seed_chuanggu_a12_room', null, 'OPEN', '2021-11-30T00:00:00+08:00'],
  ]);
});

test('the gym of 中南社区 costs 25 yuan a month', () => {
  expect(find('facility_seed_zhongnan_gym').row).toMatchObject({
    areaM2: 100,
    feeFen: 2_500n,
    feePeriod: 'MONTH',
  });
});

test('each total stands with a record of the seed', () => {
  const withFigures = records.filter(({ reportedFigures: figures }) => figures);
  expect(withFigures.map(({ id }) => id).sort()).toEqual(Object.keys(reportedFigures).sort());
});

test('each total is a quantity, of a span or of an instant, stated once', () => {
  for (const figures of Object.values(reportedFigures)) {
    for (const { value, qualifier = 'EXACT', unit, asOf, periodFrom } of figures) {
      expect(quantityOf({ value, qualifier, unit }).value).toBe(value);
      expect(asOf && periodFrom).toBeUndefined();
    }
    expect(new Set(figures.map(({ key }) => key)).size).toBe(figures.length);
  }
});

test('the totals of 中南社区, of which shares are computed, are as stated', () => {
  const stated = reportedFigures['community_seed_zhongnan'] ?? [];
  expect(stated.map(({ key, value, qualifier }) => [key, value, qualifier ?? 'EXACT'])).toEqual([
    ['elderlyUniversityLearners', 273, 'EXACT'],
    ['elderlyUniversityPartyMembers', 77, 'EXACT'],
    ['elderlyUniversityCourses', 6, 'EXACT'],
    ['elderlyUniversityClasses', 7, 'EXACT'],
    ['cultureTeams', 17, 'EXACT'],
    ['cultureTeamPeople', 320, 'ABOUT'],
    ['cultureTeamPartyMembers', 120, 'EXACT'],
    ['ownersCommitteeMembers', 24, 'EXACT'],
    ['ownersCommitteePartyMembers', 18, 'EXACT'],
  ]);
});

test('what a body or another place says of success is no fact', () => {
  const rates = Object.values(reportedFigures)
    .flat()
    .filter(({ unit }) => unit === 'BASIS_POINT');
  expect(rates.map(({ key, kind }) => [key, kind])).toEqual([
    ['whistleResponse', 'BENCHMARK'],
    ['whistleCompletion', 'BENCHMARK'],
    ['whistleSatisfaction', 'BENCHMARK'],
    ['enterpriseResolutionRate', 'CLAIM'],
    ['occupancyRate', 'CLAIM'],
  ]);
});

test('coverage is full for the lists of streets and for 月塘街道, partial where records are', () => {
  const rows = ofType('Coverage').map(({ row }) => row);
  const covered = (recordKind: string, degree: string) =>
    rows
      .filter((row) => row['recordKind'] === recordKind && row['coverage'] === degree)
      .map((row) => row['districtCode']);
  const inForce = ofType('District').filter(({ row }) => !row['validTo']);
  expect(covered('Street', 'FULL')).toEqual(inForce.map(({ id }) => id));
  expect(covered('Community', 'FULL')).toEqual(['430202001']);
  expect(covered('Community', 'PARTIAL')).toEqual(
    '430103 430105 430112 430202 430203 430204 430211 430223'.split(' '),
  );
  expect(covered('Organisation', 'PARTIAL')).toEqual(
    '430103 430104 430111 430112 430202 430203 430204 430211 430223'.split(' '),
  );
  expect(covered('Facility', 'PARTIAL')).toEqual(
    '430103 430104 430105 430112 430202 430203 430204 430211'.split(' '),
  );
});
