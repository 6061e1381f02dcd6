import { labelledEnum } from '@linju/kit';

import type { CriterionResult } from './criterion.js';

/** Whether a membership may win the award of a year. */
export const AwardOutcome = {
  ELIGIBLE: 'ELIGIBLE',
  NOT_ELIGIBLE: 'NOT_ELIGIBLE',
  UNDECIDED: 'UNDECIDED',
} as const;
export type AwardOutcome = (typeof AwardOutcome)[keyof typeof AwardOutcome];

labelledEnum(
  AwardOutcome,
  'AwardOutcome',
  { zh: '评选结论', en: 'Whether a membership may win the award of a year.' },
  {
    ELIGIBLE: { zh: '符合条件', en: 'every criterion is met' },
    NOT_ELIGIBLE: { zh: '不符合条件', en: 'at least one criterion is not met' },
    UNDECIDED: {
      zh: '尚不能判定',
      en: 'none is unmet and at least one is unknown; never counts as eligible',
    },
  },
);

/**
 * One criterion that is not met decides; one that is unknown leaves the whole undecided, never eligible.
 * @param results one per criterion; none at all decides nothing
 */
export function outcomeOf(results: readonly CriterionResult[]): AwardOutcome {
  if (results.includes('NOT_MET')) return AwardOutcome.NOT_ELIGIBLE;
  if (results.length === 0 || results.includes('UNKNOWN')) return AwardOutcome.UNDECIDED;
  return AwardOutcome.ELIGIBLE;
}
