import type { OrganisationFacts } from './organisations.js';
import { sharing } from './record-of.js';
import { statedIn } from './seed-provenance.js';

// The seven of the road-show of July 2024, by the short names printed. That they presented themselves
// in 株洲高新区 does not say where they sit.
const roadShow = { kind: 'ENTERPRISE', from: statedIn('s4') } as const;

// Where the people work who pass below the railway at 华兴村.
const employers = { kind: 'ENTERPRISE', from: statedIn('s3', { asOf: '2024-09-20' }) } as const;

/** Enterprises: partners, those that a street or a district serves, and employers. */
export const enterprises: readonly OrganisationFacts[] = [
  // Partner and host of the charity shop: one record.
  {
    id: 'organisation_seed_lele',
    name: '乐乐超市',
    kind: 'ENTERPRISE',
    seat: '430202',
    from: statedIn('s3'),
  },
  // Its factory of 3,000 m² is left out: in which district it stands is not stated.
  {
    id: 'organisation_seed_jiadianai',
    name: '“家点爱”中式点面',
    kind: 'ENTERPRISE',
    from: statedIn('s0'),
  },
  // A brand of 黄竹村; who stands behind it is not stated.
  {
    id: 'organisation_seed_qigecheng',
    name: '“7个橙”',
    kind: 'ENTERPRISE',
    seat: '430223',
    from: statedIn('s0', { confidence: 'MEDIUM' }),
  },

  {
    id: 'organisation_seed_taikang_xiangyuan',
    name: '泰康之家湘园(长沙)养老服务有限公司',
    kind: 'ENTERPRISE',
    from: statedIn('s0'),
  },
  {
    id: 'organisation_seed_jinggong',
    name: '株洲精工硬质合金有限公司',
    kind: 'ENTERPRISE',
    from: statedIn('s3'),
  },
  ...sharing(roadShow, [
    { id: 'organisation_seed_wodun', name: '沃顿科技' },
    { id: 'organisation_seed_zhongsen', name: '中森时代' },
    { id: 'organisation_seed_jingyi', name: '精益传动' },
    { id: 'organisation_seed_tuoyuan', name: '椭圆时空' },
    { id: 'organisation_seed_xingsheng', name: '兴晟新材' },
    { id: 'organisation_seed_wanrong', name: '万融新材' },
    { id: 'organisation_seed_qinghao', name: '清浩普众' },
  ]),
  ...sharing(employers, [
    { id: 'organisation_seed_shanhe', name: '山河星航' },
    { id: 'organisation_seed_hangfa', name: '中国航发' },
  ]),
];
