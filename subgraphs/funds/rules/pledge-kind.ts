import { labelledEnum } from '@linju/kit';

/** What a pledge promises. */
export const PledgeKind = {
  FOUNDING: 'FOUNDING',
  MONTHLY: 'MONTHLY',
} as const;
export type PledgeKind = (typeof PledgeKind)[keyof typeof PledgeKind];

labelledEnum(
  PledgeKind,
  'PledgeKind',
  { zh: '认捐类别', en: 'What a pledge promises.' },
  {
    FOUNDING: { zh: '创始认捐', en: 'money for the founding' },
    MONTHLY: { zh: '月月捐', en: 'an amount every month' },
  },
);
