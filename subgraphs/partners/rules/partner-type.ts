import { labelledEnum } from '@linju/kit';

/** The three types of partners. INDIVIDUAL is printed as 个人合伙人 and as 个体合伙人: one type. */
export const PartnerType = {
  COMMERCIAL: 'COMMERCIAL',
  COMMUNITY_GROUP: 'COMMUNITY_GROUP',
  INDIVIDUAL: 'INDIVIDUAL',
} as const;
export type PartnerType = (typeof PartnerType)[keyof typeof PartnerType];

labelledEnum(
  PartnerType,
  'PartnerType',
  { zh: '合伙人类型', en: 'The type of a partner.' },
  {
    COMMERCIAL: { zh: '商企合伙人', en: 'merchants and enterprises, by agreement' },
    COMMUNITY_GROUP: {
      zh: '社群合伙人',
      en: 'institutions, universities, social and volunteer organisations',
    },
    INDIVIDUAL: { zh: '个人合伙人', en: 'persons; also written 个体合伙人' },
  },
);
