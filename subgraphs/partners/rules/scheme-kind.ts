import { labelledEnum } from '@linju/kit';

/** What kind of programme a partner scheme is. */
export const SchemeKind = {
  COMMUNITY_PARTNER: 'COMMUNITY_PARTNER',
  MEDIA_NETWORK: 'MEDIA_NETWORK',
  CO_BUILDING: 'CO_BUILDING',
} as const;
export type SchemeKind = (typeof SchemeKind)[keyof typeof SchemeKind];

labelledEnum(
  SchemeKind,
  'SchemeKind',
  { zh: '合伙人计划类别', en: 'What kind of programme a partner scheme is.' },
  {
    COMMUNITY_PARTNER: { zh: '社区合伙人', en: 'scheme of a district' },
    MEDIA_NETWORK: { zh: '媒体合伙人网络', en: 'network of a newspaper' },
    CO_BUILDING: { zh: '区域化党建共建', en: 'co-building units of a community' },
  },
);
