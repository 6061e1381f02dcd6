import { labelledEnum } from '@linju/kit';

/** How often a revenue share is settled. */
export const SettlementCycle = {
  MONTHLY: 'MONTHLY',
  QUARTERLY: 'QUARTERLY',
  HALF_YEARLY: 'HALF_YEARLY',
  YEARLY: 'YEARLY',
} as const;
export type SettlementCycle = (typeof SettlementCycle)[keyof typeof SettlementCycle];

labelledEnum(
  SettlementCycle,
  'SettlementCycle',
  { zh: '结算周期', en: 'How often a revenue share is settled.' },
  {
    MONTHLY: { zh: '按月', en: 'each month' },
    QUARTERLY: { zh: '按季', en: 'each quarter' },
    HALF_YEARLY: { zh: '每半年', en: 'each half year' },
    YEARLY: { zh: '按年', en: 'each year' },
  },
);
