import { labelledEnum } from '@linju/kit';

/** Where the share of an agreement goes. */
export const BeneficiaryKind = {
  COMMUNITY_FUND: 'COMMUNITY_FUND',
  STREET_SERVICE_CENTRE: 'STREET_SERVICE_CENTRE',
} as const;
export type BeneficiaryKind = (typeof BeneficiaryKind)[keyof typeof BeneficiaryKind];

labelledEnum(
  BeneficiaryKind,
  'BeneficiaryKind',
  { zh: '收益入账账户类别', en: 'Where a revenue share goes.' },
  {
    COMMUNITY_FUND: { zh: '社区基金', en: 'the fund of a community' },
    STREET_SERVICE_CENTRE: {
      zh: '镇(街道)社会服务中心账户',
      en: 'the account of the service centre of a street',
    },
  },
);
