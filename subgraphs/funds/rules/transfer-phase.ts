import { labelledEnum } from '@linju/kit';

/** Which part of a fund’s life an inflow belongs to. */
export const TransferPhase = {
  FOUNDING: 'FOUNDING',
  OPERATING: 'OPERATING',
} as const;
export type TransferPhase = (typeof TransferPhase)[keyof typeof TransferPhase];

labelledEnum(
  TransferPhase,
  'TransferPhase',
  { zh: '资金阶段', en: 'Whether money came at the founding or in operation.' },
  {
    FOUNDING: { zh: '创始', en: 'given under a founding pledge, also if paid after the launch' },
    OPERATING: { zh: '运行', en: 'everything else' },
  },
);
