import { labelledEnum } from '@linju/kit';

/** What a service or a space costs, against the market. */
export const PriceTier = {
  FREE: 'FREE',
  LOW_FEE: 'LOW_FEE',
  MARKET: 'MARKET',
} as const;
export type PriceTier = (typeof PriceTier)[keyof typeof PriceTier];

labelledEnum(
  PriceTier,
  'PriceTier',
  { zh: '价格档次', en: 'What a service or a space costs, against the market.' },
  {
    FREE: { zh: '公益', en: 'free' },
    LOW_FEE: { zh: '低偿', en: 'below the market' },
    MARKET: { zh: '市场化', en: 'market price' },
  },
);
