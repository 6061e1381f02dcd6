import { labelledEnum } from '@linju/kit';

/** What an award asks of a membership. */
export const AwardCriterion = {
  ACTIVE_MEMBERSHIP: 'ACTIVE_MEMBERSHIP',
  PREMISES_SAFETY: 'PREMISES_SAFETY',
  REVENUE_SHARE: 'REVENUE_SHARE',
  DELIVERED_ACT: 'DELIVERED_ACT',
} as const;
export type AwardCriterion = (typeof AwardCriterion)[keyof typeof AwardCriterion];

labelledEnum(
  AwardCriterion,
  'AwardCriterion',
  { zh: '评价条件', en: 'What an award asks of a membership.' },
  {
    ACTIVE_MEMBERSHIP: { zh: '合作中', en: 'the membership is active' },
    PREMISES_SAFETY: {
      zh: '场所安全',
      en: 'no open major and no overdue hazard at any of its premises',
    },
    REVENUE_SHARE: { zh: '收益反哺', en: 'the revenue share due is paid, or nothing is due' },
    DELIVERED_ACT: { zh: '实际服务', en: 'at least one act was delivered in the year' },
  },
);

/** How a criterion came out. */
export const CriterionResult = {
  MET: 'MET',
  NOT_MET: 'NOT_MET',
  UNKNOWN: 'UNKNOWN',
} as const;
export type CriterionResult = (typeof CriterionResult)[keyof typeof CriterionResult];

labelledEnum(
  CriterionResult,
  'CriterionResult',
  { zh: '条件结果', en: 'How a criterion came out.' },
  {
    MET: { zh: '符合', en: 'met' },
    NOT_MET: { zh: '不符合', en: 'not met' },
    UNKNOWN: { zh: '未知', en: 'not known; one unknown leaves the whole undecided' },
  },
);
