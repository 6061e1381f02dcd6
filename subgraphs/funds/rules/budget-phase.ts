import { labelledEnum } from '@linju/kit';

/** How far a budget line has come (Fiscal Data Package). */
export const BudgetPhase = {
  PROPOSED: 'PROPOSED',
  APPROVED: 'APPROVED',
  ADJUSTED: 'ADJUSTED',
  EXECUTED: 'EXECUTED',
} as const;
export type BudgetPhase = (typeof BudgetPhase)[keyof typeof BudgetPhase];

labelledEnum(
  BudgetPhase,
  'BudgetPhase',
  { zh: '预算阶段', en: 'How far a budget line has come.' },
  {
    PROPOSED: { zh: '建议', en: 'proposed' },
    APPROVED: { zh: '批准', en: 'approved' },
    ADJUSTED: { zh: '调整', en: 'adjusted after approval' },
    EXECUTED: { zh: '执行', en: 'executed' },
  },
);
