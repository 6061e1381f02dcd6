import { refuse } from '@linju/kit';

import type { CriterionFinding } from './award-criteria.js';
import type { AwardCriterion, CriterionResult } from './criterion.js';

/** What the evaluating office says of a criterion that nothing here decides. */
export interface StatedVerdict {
  readonly criterion: AwardCriterion;
  readonly result: CriterionResult;
  /** On what it rests, in words. */
  readonly detail: string;
}

/**
 * Fills what is unknown with what the office states. What the records decide stands: nobody may overrule it.
 * @throws Refusal RULE_VIOLATED for a verdict on a criterion that is decided, DUPLICATE for two on one
 */
export function applyVerdicts(
  findings: readonly CriterionFinding[],
  verdicts: readonly StatedVerdict[],
): readonly CriterionFinding[] {
  const byCriterion = new Map(verdicts.map((verdict) => [verdict.criterion, verdict]));
  if (byCriterion.size < verdicts.length) {
    refuse('DUPLICATE', { field: 'verdicts', message: 'State one verdict per criterion.' });
  }
  return findings.map((found) => {
    const verdict = byCriterion.get(found.criterion);
    if (!verdict) return found;
    if (found.result !== 'UNKNOWN') {
      refuse('RULE_VIOLATED', {
        field: 'verdicts',
        message: `The records decide ${found.criterion}: ${found.result}. Leave its verdict out.`,
      });
    }
    const { criterion, result, detail } = verdict;
    return { criterion, result, detail: { zh: detail, en: detail } };
  });
}
