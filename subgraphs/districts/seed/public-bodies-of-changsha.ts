import type { OrganisationFacts } from './organisations.js';
import { sharing } from './record-of.js';
import { reportedIn, statedIn } from './seed-provenance.js';

const changsha = { from: statedIn('s0') };
const wangcheng = { seat: '430112' };
const streetOffice = { kind: 'STREET_OFFICE' } as const;

/** Public bodies of 湖南省 and 长沙市: party, government, police. Posts and persons are not here. */
export const publicBodiesOfChangsha: readonly OrganisationFacts[] = [
  // 湖南省
  {
    id: 'organisation_seed_hunan_civil_affairs',
    name: '湖南省民政厅',
    kind: 'GOVERNMENT_ORGAN',
    from: reportedIn('source_seed_hunan_fund_guideline'),
  },

  // 长沙市
  ...sharing(changsha, [
    {
      id: 'organisation_seed_changsha_social_work',
      name: '长沙市委社会工作部',
      kind: 'PARTY_ORGAN',
    },
    {
      id: 'organisation_seed_changsha_liangxin',
      name: '长沙市委两新工委',
      alsoPrinted: ['市委两新工委'],
      kind: 'PARTY_ORGAN',
    },
    {
      id: 'organisation_seed_changsha_rehab',
      name: '长沙市强制隔离戒毒所',
      kind: 'POLICE_JUSTICE',
    },
    {
      id: 'organisation_seed_xiangjiang_traffic_police',
      name: '湘江新区交警大队',
      kind: 'POLICE_JUSTICE',
    },
    {
      id: 'organisation_seed_tiaoma_police',
      name: '跳马派出所',
      kind: 'POLICE_JUSTICE',
      seat: '430111',
    },
  ] as const),
  ...sharing(streetOffice, [
    {
      id: 'organisation_seed_heishipu_street',
      name: '黑石铺街道',
      seat: '430103',
      from: statedIn('s1'),
    },
    {
      id: 'organisation_seed_meixihu_street',
      name: '梅溪湖街道',
      seat: '430104',
      from: statedIn('s0'),
    },
    {
      id: 'organisation_seed_gaotangling_street',
      name: '高塘岭街道',
      seat: '430112',
      from: statedIn('s2'),
    },
  ]),
  {
    id: 'organisation_seed_meixihu_economy',
    name: '梅溪湖街道经济发展办',
    kind: 'GOVERNMENT_ORGAN',
    parent: 'organisation_seed_meixihu_street',
    seat: '430104',
    from: statedIn('s0'),
  },
  ...sharing(wangcheng, [
    // A body that runs programmes, and a building: facility_seed_wangcheng_centre.
    {
      id: 'organisation_seed_wangcheng_centre',
      name: '望城区新就业群体党群服务中心',
      kind: 'PUBLIC_INSTITUTION',
      from: statedIn('s0'),
    },
    {
      id: 'organisation_seed_wangcheng_youth_league',
      name: '共青团望城区委',
      kind: 'MASS_ORGANISATION',
      from: statedIn('s2'),
    },
    // It runs 雷锋哨; known from outside the five documents.
    {
      id: 'organisation_seed_wangcheng_governance',
      name: '望城区社会治理服务中心',
      kind: 'PUBLIC_INSTITUTION',
      from: reportedIn('source_seed_xb1', { confidence: 'MEDIUM' }),
    },
  ] as const),
];
