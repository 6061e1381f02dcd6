import { labelledEnum } from '@linju/kit';

/** What kind of giver money comes from. */
export const DonorKind = {
  ORGANISATION: 'ORGANISATION',
  INDIVIDUAL: 'INDIVIDUAL',
  UNIT_OR_INDIVIDUAL: 'UNIT_OR_INDIVIDUAL',
  PARTNER: 'PARTNER',
  PUBLIC: 'PUBLIC',
  GOVERNMENT: 'GOVERNMENT',
} as const;
export type DonorKind = (typeof DonorKind)[keyof typeof DonorKind];

labelledEnum(
  DonorKind,
  'DonorKind',
  { zh: '捐赠方类别', en: 'What kind of giver it is.' },
  {
    ORGANISATION: { zh: '单位', en: 'organisation' },
    INDIVIDUAL: { zh: '个人', en: 'individual' },
    UNIT_OR_INDIVIDUAL: {
      zh: '单位及个人',
      en: 'units and individuals, not told apart by the source',
    },
    PARTNER: { zh: '合伙人', en: 'partner' },
    PUBLIC: { zh: '公众', en: 'the public' },
    GOVERNMENT: { zh: '政府', en: 'government' },
  },
);
