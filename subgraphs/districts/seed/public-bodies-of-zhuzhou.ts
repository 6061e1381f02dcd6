import type { OrganisationFacts } from './organisations.js';
import { sharing } from './record-of.js';
import { statedIn, type SeedProvenance } from './seed-provenance.js';

const hetang = { seat: '430202' };
const lusong = { seat: '430203', from: statedIn('s4') };
const huaxingVisit = { seat: '430203', from: statedIn('s3', { asOf: '2024-09-20' }) };
const shifeng = { seat: '430204', from: statedIn('s3', { asOf: '2024-09-20' }) };
// Offices of 株洲高新区 count for 天元区, the statutory district.
const tianyuan = { seat: '430211' };
const sanmenDrill = { seat: '430211', from: statedIn('s3', { asOf: '2024-09-20' }) };

// A department named by its field alone, in a list of those who were there; whose it is, is our reading.
const namedByField = (rawText: string): SeedProvenance =>
  statedIn('s3', { asOf: '2024-09-20', confidence: 'MEDIUM', rawText });

/** Public bodies of 株洲市: party, government, police, fire service, people's congresses. */
export const publicBodiesOfZhuzhou: readonly OrganisationFacts[] = [
  // 株洲市
  {
    id: 'organisation_seed_zhuzhou_office_affairs',
    name: '株洲市机关事务管理局',
    kind: 'GOVERNMENT_ORGAN',
    from: statedIn('s4', { asOf: '2024-07-23' }),
  },

  // 荷塘区
  ...sharing(hetang, [
    {
      id: 'organisation_seed_hetang_social_work',
      name: '荷塘区委社会工作部',
      kind: 'PARTY_ORGAN',
      from: statedIn('s4'),
    },
    {
      id: 'organisation_seed_yuetang_street',
      name: '月塘街道',
      kind: 'STREET_OFFICE',
      from: statedIn('s3'),
    },
    {
      id: 'organisation_seed_guihua_street',
      name: '桂花街道',
      kind: 'STREET_OFFICE',
      from: statedIn('s4'),
    },
  ] as const),

  // 芦淞区
  ...sharing(lusong, [
    { id: 'organisation_seed_lusong_police', name: '芦淞公安', kind: 'POLICE_JUSTICE' },
    { id: 'organisation_seed_jianning_street', name: '建宁街道', kind: 'STREET_OFFICE' },
    { id: 'organisation_seed_fengxi_street', name: '枫溪街道', kind: 'STREET_OFFICE' },
    { id: 'organisation_seed_jianning_police', name: '建宁派出所', kind: 'POLICE_JUSTICE' },
    {
      id: 'organisation_seed_jianning_women',
      name: '建宁街道妇联',
      kind: 'MASS_ORGANISATION',
      parent: 'organisation_seed_jianning_street',
    },
  ] as const),
  ...sharing(huaxingVisit, [
    {
      id: 'organisation_seed_lusong_water',
      name: '芦淞区水利部门',
      kind: 'GOVERNMENT_ORGAN',
      from: namedByField('水利'),
    },
    {
      id: 'organisation_seed_lusong_transport',
      name: '芦淞区交通部门',
      kind: 'GOVERNMENT_ORGAN',
      from: namedByField('交通'),
    },
    {
      id: 'organisation_seed_lusong_housing',
      name: '芦淞区住建部门',
      kind: 'GOVERNMENT_ORGAN',
      from: namedByField('住建'),
    },
    {
      id: 'organisation_seed_longquan_deputies',
      name: '龙泉人大代表团',
      kind: 'PEOPLES_CONGRESS',
    },
    // Its reception point in 华兴村 is facility_seed_huaxing_deputy_station.
    {
      id: 'organisation_seed_longquan_deputy_station',
      name: '龙泉街道人大代表联络站',
      kind: 'PEOPLES_CONGRESS',
    },
  ] as const),

  // 石峰区
  ...sharing(shifeng, [
    {
      id: 'organisation_seed_shifeng_safety',
      name: '石峰区安委会',
      alsoPrinted: ['区安委会', '区委安委会'],
      kind: 'GOVERNMENT_ORGAN',
    },
    {
      id: 'organisation_seed_shifeng_emergency',
      name: '石峰区应急管理局',
      kind: 'GOVERNMENT_ORGAN',
    },
    {
      id: 'organisation_seed_shifeng_fire',
      name: '石峰区消防部门',
      kind: 'FIRE_RESCUE',
      from: namedByField('消防'),
    },
    {
      id: 'organisation_seed_shifeng_market',
      name: '石峰区市场监管部门',
      kind: 'GOVERNMENT_ORGAN',
      from: namedByField('市场监管'),
    },
    {
      id: 'organisation_seed_shifeng_antidrug',
      name: '石峰区禁毒办',
      kind: 'GOVERNMENT_ORGAN',
      from: statedIn('s4', { asOf: '2024-07-23' }),
    },
    // 田心街道, not 天心区 of 长沙: the same sound, other characters.
    { id: 'organisation_seed_tianxin_street', name: '田心街道办事处', kind: 'STREET_OFFICE' },
    {
      id: 'organisation_seed_xiangshiling_street',
      name: '响石岭街道办事处',
      kind: 'STREET_OFFICE',
    },
  ] as const),

  // 天元区 and 株洲高新区
  ...sharing(tianyuan, [
    {
      id: 'organisation_seed_tianyuan_union',
      name: '株洲高新区、天元区总工会',
      kind: 'MASS_ORGANISATION',
      from: statedIn('s3'),
    },
    {
      id: 'organisation_seed_hightech_projects',
      name: '株洲高新区项目服务局',
      kind: 'GOVERNMENT_ORGAN',
      from: statedIn('s3'),
    },
    {
      id: 'organisation_seed_hightech_innovation',
      name: '株洲高新区双创中心',
      kind: 'PUBLIC_INSTITUTION',
      from: statedIn('s4'),
    },
    {
      id: 'organisation_seed_hightech_finance',
      name: '株洲高新区投资金融局',
      kind: 'GOVERNMENT_ORGAN',
      from: statedIn('s4'),
    },
    {
      id: 'organisation_seed_majiahe_street',
      name: '马家河街道',
      kind: 'STREET_OFFICE',
      from: statedIn('s4', { asOf: '2024-07-23' }),
    },
  ] as const),
  ...sharing(sanmenDrill, [
    {
      id: 'organisation_seed_tianyuan_emergency',
      name: '天元区应急管理局',
      kind: 'GOVERNMENT_ORGAN',
    },
    { id: 'organisation_seed_sanmen_town', name: '三门镇', kind: 'STREET_OFFICE' },
    {
      id: 'organisation_seed_sanmen_enforcement',
      name: '三门镇综合行政执法大队',
      kind: 'GOVERNMENT_ORGAN',
      parent: 'organisation_seed_sanmen_town',
    },
    // Professionals, not volunteers.
    {
      id: 'organisation_seed_sanmen_forest_fire',
      name: '三门镇森林防灭火应急队',
      kind: 'FIRE_RESCUE',
      parent: 'organisation_seed_sanmen_town',
    },
  ] as const),
];
