import { labelledEnum } from '@linju/kit';

/** Whether a planned step was met. */
export const MilestoneState = {
  SCHEDULED: 'SCHEDULED',
  MET: 'MET',
  NOT_MET: 'NOT_MET',
  PARTIALLY_MET: 'PARTIALLY_MET',
} as const;
export type MilestoneState = (typeof MilestoneState)[keyof typeof MilestoneState];

labelledEnum(
  MilestoneState,
  'MilestoneState',
  { zh: '里程碑状态', en: 'Whether a planned step was met.' },
  {
    SCHEDULED: { zh: '已计划', en: 'its date is to come' },
    MET: { zh: '已完成', en: 'met' },
    NOT_MET: { zh: '未完成', en: 'its date passed unmet' },
    PARTIALLY_MET: { zh: '部分完成', en: 'met in part' },
  },
);
