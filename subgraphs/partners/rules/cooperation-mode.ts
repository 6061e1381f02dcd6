import { labelledEnum } from '@linju/kit';

/** How a partner and a community work together. */
export const CooperationMode = {
  PROJECT: 'PROJECT',
  SPACE_FOR_RESOURCES: 'SPACE_FOR_RESOURCES',
  MARKET_LED_PUBLIC_BENEFIT: 'MARKET_LED_PUBLIC_BENEFIT',
  MUTUAL_BENEFIT: 'MUTUAL_BENEFIT',
} as const;
export type CooperationMode = (typeof CooperationMode)[keyof typeof CooperationMode];

labelledEnum(
  CooperationMode,
  'CooperationMode',
  { zh: '合作模式', en: 'How a partner and a community work together.' },
  {
    PROJECT: { zh: '项目制合作', en: 'services bought or paid in shares, by project plan' },
    SPACE_FOR_RESOURCES: {
      zh: '社区以空间换资源',
      en: 'space free or cheap, part of the income to the fund',
    },
    MARKET_LED_PUBLIC_BENEFIT: { zh: '市场主导的公益合作', en: 'brands do public-benefit service' },
    MUTUAL_BENEFIT: { zh: '利益互补性主导的合作', en: 'both sides bring what the other lacks' },
  },
);
