import {
  CompletenessState,
  Coverage,
  leastCoverage,
  type CompletenessPart,
} from './completeness.js';
import type { LabelsOf } from './label.js';
import { NullReason } from './null-reason.js';
import { QuantityQualifier, sumQualifier } from './quantity-qualifier.js';
import { withoutValue, type Ratio } from './ratio.js';

/** How a number behaves where our records do not cover everything. */
export const CoverageRule = {
  /**
   * A count, a sum, or one of them over something known apart from the records, such as the population. What
   * is not covered could only add to it: it becomes a lower bound.
   */
  AMOUNT: 'AMOUNT',
  /** A ratio of records to records, by flow, due date or cohort: it stands, marked as partial. */
  RATIO: 'RATIO',
  /** A share of all that a register lists: without the whole register there is no such share. */
  REGISTER_SHARE: 'REGISTER_SHARE',
  /** A judgement of our own records (their freshness, their balance): coverage says nothing about it. */
  OWN_RECORDS: 'OWN_RECORDS',
} as const;

/** One of the values of {@link CoverageRule}. */
export type CoverageRule = (typeof CoverageRule)[keyof typeof CoverageRule];

/** Each rule in words. */
export const coverageRuleLabels: LabelsOf<CoverageRule> = {
  AMOUNT: { zh: '数量或人均', en: 'amount: partial coverage makes it a lower bound' },
  RATIO: { zh: '记录之比', en: 'ratio of records: stands, marked as partial' },
  REGISTER_SHARE: { zh: '名册占比', en: 'share of a register: needs the whole register' },
  OWN_RECORDS: { zh: '自身记录核查', en: 'judges our own records, whatever they cover' },
};

// These two hold whatever the coverage: no record could ever change them.
const LASTING_REASONS: readonly (NullReason | null)[] = [
  NullReason.NOT_APPLICABLE,
  NullReason.NOT_AUTHORISED,
];

/**
 * Holds a number against what its records cover, so that a gap never looks like a small number.
 *
 * - A subgraph that did not answer, or coverage NONE: null SOURCE_MISSING, not zero.
 * - PARTIAL: amounts become lower bounds, shares of a register are null SOURCE_MISSING, other ratios stand;
 *   an empty denominator is SOURCE_MISSING, since only full records can say that there was nothing.
 * - FULL, and records that judge themselves: unchanged.
 *
 * To be applied before small numbers are suppressed. A figure's parts are numbers of their own, each with its
 * own rule: apply it to them too.
 * @param completeness  one part for each subgraph the number needs; none at all counts as NONE
 */
export function applyCoverage<Kind extends Ratio>(
  ratio: Kind,
  completeness: readonly CompletenessPart[],
  rule: CoverageRule,
): Kind {
  if (LASTING_REASONS.includes(ratio.reasonIfNull)) return ratio;
  if (completeness.some(({ state }) => state === CompletenessState.MISSING)) return missing(ratio);
  if (rule === CoverageRule.OWN_RECORDS) return ratio;
  const coverage = leastCoverage(completeness);
  if (coverage === Coverage.NONE) return missing(ratio);
  return coverage === Coverage.PARTIAL ? applyPartialCoverage(ratio, rule) : ratio;
}

function applyPartialCoverage<Kind extends Ratio>(ratio: Kind, rule: CoverageRule): Kind {
  if (ratio.reasonIfNull === NullReason.DENOMINATOR_ZERO) return missing(ratio);
  if (ratio.value === null) return ratio;
  if (rule === CoverageRule.REGISTER_SHARE) return missing(ratio);
  if (rule !== CoverageRule.AMOUNT) return ratio;
  return { ...ratio, qualifier: sumQualifier(ratio.qualifier, QuantityQualifier.AT_LEAST) };
}

function missing<Kind extends Ratio>(ratio: Kind): Kind {
  return withoutValue(ratio, NullReason.SOURCE_MISSING);
}
