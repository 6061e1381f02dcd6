import { labelledEnum, stateMachine } from '@linju/kit';

/** The states of a distribution. */
export const DistributionState = {
  PLANNED: 'PLANNED',
  DONE: 'DONE',
  CANCELLED: 'CANCELLED',
} as const;
export type DistributionState = (typeof DistributionState)[keyof typeof DistributionState];

labelledEnum(
  DistributionState,
  'DistributionState',
  { zh: '物资发放状态', en: 'Where a distribution stands.' },
  {
    PLANNED: { zh: '计划', en: 'planned' },
    DONE: { zh: '已发放', en: 'done; final' },
    CANCELLED: { zh: '已取消', en: 'cancelled; final' },
  },
);

/**
 * The moves of a distribution.
 *
 * PLANNED -> DONE or CANCELLED. A distribution that repeats by a schedule stays PLANNED; each issue that is
 * recorded with its day and its count is a distribution of its own.
 */
export const distributionStates = stateMachine<DistributionState>('Distribution', {
  PLANNED: ['DONE', 'CANCELLED'],
  DONE: [],
  CANCELLED: [],
});
