import { labelledEnum } from '@linju/kit';

/** The readings of the self-generation ratio (M10). */
export const SelfGenerationVariant = {
  ALL: 'ALL',
  STRICT: 'STRICT',
  UNRELATED: 'UNRELATED',
} as const;
export type SelfGenerationVariant =
  (typeof SelfGenerationVariant)[keyof typeof SelfGenerationVariant];

labelledEnum(
  SelfGenerationVariant,
  'SelfGenerationVariant',
  { zh: '造血率口径', en: 'A reading of the self-generation ratio.' },
  {
    ALL: { zh: '全部', en: 'every operating inflow counts as earned' },
    STRICT: {
      zh: '严格',
      en: 'only sales, fees, revenue share and consumption giving count as earned',
    },
    UNRELATED: {
      zh: '剔除关联方',
      en: 'inflow from related parties is left out above and below the line',
    },
  },
);
