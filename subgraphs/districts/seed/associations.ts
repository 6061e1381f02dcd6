import type { OrganisationFacts } from './organisations.js';
import { sharing } from './record-of.js';
import { statedIn } from './seed-provenance.js';

// Whether a body is registered is not stated of any; what the documents treat as a social organisation
// is one here.
const social = { kind: 'SOCIAL_ORGANISATION' } as const;
const school = { kind: 'UNIVERSITY_SCHOOL' } as const;

/** Press, social organisations, schools, health care and party branches of estates. */
export const associations: readonly OrganisationFacts[] = [
  // A newspaper that also holds events and sponsors a partner scheme: one record.
  {
    id: 'organisation_seed_changsha_wanbao',
    name: '长沙晚报社',
    kind: 'MEDIA',
    from: statedIn('s0'),
  },
  { id: 'organisation_seed_zhuzhou_ribao', name: '株洲日报', kind: 'MEDIA', from: statedIn('s3') },

  ...sharing(social, [
    {
      id: 'organisation_seed_wangcheng_federation',
      name: '望城区志愿服务联合会',
      seat: '430112',
      from: statedIn('s0'),
    },
    {
      id: 'organisation_seed_datong',
      name: '株洲市大同社会工作服务中心',
      alsoPrinted: ['市大同社会工作服务中心'],
      from: statedIn('s3'),
    },
    {
      id: 'organisation_seed_mendian',
      name: '石子头门店协会',
      alsoPrinted: ['门店协会'],
      seat: '430202',
      from: statedIn('s3'),
    },
    {
      id: 'organisation_seed_zhongnan_elders',
      name: '中南社区老年人协会',
      alsoPrinted: ['老年人协会'],
      seat: '430112',
      from: statedIn('s2'),
    },
    {
      id: 'organisation_seed_hunan_smart_farming',
      name: '湖南省智慧农业产业协会',
      from: statedIn('s0'),
    },
    // Named in one of the items on enterprises; which one is our reading.
    {
      id: 'organisation_seed_hunan_equity',
      name: '湖南省股权投资协会',
      from: statedIn('s4', { confidence: 'MEDIUM' }),
    },
    {
      id: 'organisation_seed_hunan_law_lecturers',
      name: '湖南省总工会普法团',
      from: statedIn('s3'),
    },
  ]),

  ...sharing(school, [
    // Partner and volunteer team at once: one record.
    {
      id: 'organisation_seed_qingzhilian',
      name: '湖南工业大学体育学院青志联',
      from: statedIn('s3'),
    },
    { id: 'organisation_seed_meidi', name: '美的小学', from: statedIn('s4') },
    { id: 'organisation_seed_xiaoha', name: '小哈幼儿园', seat: '430204', from: statedIn('s4') },
  ]),

  {
    id: 'organisation_seed_jianshe_health',
    name: '建设街道社区卫生服务中心',
    kind: 'HEALTH',
    seat: '430203',
    from: statedIn('s3'),
  },
  {
    id: 'organisation_seed_hunan_tcm_hospital',
    name: '湖南省直中医院',
    alsoPrinted: ['省直中医院'],
    kind: 'HEALTH',
    from: statedIn('s4', { asOf: '2024-07-23' }),
  },
  {
    id: 'organisation_seed_wanfeng_branch',
    name: '万丰上院小区党支部',
    kind: 'PARTY_BRANCH',
    seat: '430211',
    from: statedIn('s4', { asOf: '2024-07-23' }),
  },
];
