import { refuse, shanghaiMidnight, shanghaiMidnightAfter } from '@linju/kit';

import type { ComplianceRule } from './compliance-rule.js';

/** The policy that the rules R1 to R10 are of. */
export const fundGuidelineId = 'policyinstrument_seed_hunan_fund_guideline';

/** When that policy is in force: from the start of its first day to the end of its last. */
export const guidelineForce = {
  from: shanghaiMidnight('2025-01-01'),
  to: shanghaiMidnightAfter('2026-12-31'),
} as const;

/** What deciding on force must know of a finding. */
export interface DatedFinding {
  readonly rule: ComplianceRule;
  readonly asOf: Date;
  readonly recordedAt: Date;
}

/**
 * The findings in force at an instant: of each rule the last one made by then, while the guideline
 * itself is in force. Before 2025-01-01 there are none, whatever is found of a fund later.
 * @param at null: the latest finding of each rule
 * @returns at most one per rule, in the order R1 to R10
 */
export function findingsInForce<Finding extends DatedFinding>(
  findings: readonly Finding[],
  at: Date | null,
): readonly Finding[] {
  if (at !== null && (at < guidelineForce.from || at >= guidelineForce.to)) return [];
  const last = new Map<ComplianceRule, Finding>();
  for (const finding of findings) {
    if (at !== null && finding.asOf > at) continue;
    const known = last.get(finding.rule);
    if (!known || isLater(finding, known)) last.set(finding.rule, finding);
  }
  return [...last.values()].sort((left, right) => numberOf(left.rule) - numberOf(right.rule));
}

/**
 * Findings speak of an instant at which the rules are in force.
 * @throws Refusal RULE_VIOLATED
 */
export function requireInForce(asOf: Date): Date {
  if (asOf >= guidelineForce.from && asOf < guidelineForce.to) return asOf;
  return refuse('RULE_VIOLATED', {
    field: 'asOf',
    message:
      'The guideline is in force from 2025-01-01 to 2026-12-31: findings speak of a time within it.',
  });
}

const isLater = (finding: DatedFinding, known: DatedFinding): boolean =>
  finding.asOf.getTime() === known.asOf.getTime()
    ? finding.recordedAt > known.recordedAt
    : finding.asOf > known.asOf;

const numberOf = (rule: ComplianceRule): number => Number(rule.slice(1));
