import type { Label } from '@linju/kit';

import type { AwardCriterion, CriterionResult } from './criterion.js';
import type { MembershipState } from './membership-states.js';
import type { PartnerType } from './partner-type.js';
import type { PremisesState } from './premises-state.js';

/** How one criterion came out, with the reason in words. */
export interface CriterionFinding {
  readonly criterion: AwardCriterion;
  readonly result: CriterionResult;
  readonly detail: Label;
}

/** Everything an award asks about; what nobody has said is null. */
export interface CandidacyFacts {
  /** At the instant asked about; null: the membership had not begun. */
  readonly membershipState: MembershipState | null;
  readonly partnerType: PartnerType;
  readonly premisesState: PremisesState;
  /** Of the safety subgraph, over all premises; null: nobody has looked, or it is away. */
  readonly premisesVerdict: 'SAFE' | 'UNSAFE' | null;
  /** Agreements of the membership that were signed. */
  readonly agreements: number;
  /** Due in the year, fen. */
  readonly shareDueFen: bigint;
  /** Paid for it, fen, of the funds subgraph; null: unknown. */
  readonly sharePaidFen: bigint | null;
  /** Matches delivered and distributions done in the year. */
  readonly deliveredActs: number;
  /** Contributions posted in the year, of the funds subgraph; null: unknown. */
  readonly contributionsPosted: number | null;
  /** Stalls at held events and requests resolved, of subgraphs to come; null: unknown. */
  readonly otherActs: number | null;
}

/** The four criteria of an award, in a fixed order. One that rests on something unknown is UNKNOWN. */
export const computeCriteria = (facts: CandidacyFacts): readonly CriterionFinding[] => [
  activeMembership(facts),
  premisesSafety(facts),
  revenueShare(facts),
  deliveredAct(facts),
];

function activeMembership({ membershipState }: CandidacyFacts): CriterionFinding {
  const criterion = 'ACTIVE_MEMBERSHIP';
  if (membershipState === 'ACTIVE') return met(criterion, '合作中', 'The membership is active.');
  const state = membershipState ?? 'none';
  return notMet(criterion, `资格状态为 ${state}`, `The membership is ${state}.`);
}

function premisesSafety({ premisesState, premisesVerdict }: CandidacyFacts): CriterionFinding {
  const criterion = 'PREMISES_SAFETY';
  if (premisesState === 'NONE') {
    return met(criterion, '申报无场所', 'It is declared to have no premises.');
  }
  if (premisesState === 'UNKNOWN') {
    return unknown(criterion, '场所未登记', 'Its premises are not known.');
  }
  if (premisesVerdict === 'SAFE') {
    return met(criterion, '场所无重大或逾期隐患', 'No open major and no overdue hazard.');
  }
  if (premisesVerdict === 'UNSAFE') {
    return notMet(criterion, '场所有重大或逾期隐患', 'An open major or an overdue hazard.');
  }
  return unknown(criterion, '场所安全情况未知', 'Nothing is known of the safety of its premises.');
}

// Nothing due is good news only where agreements are recorded: a partner that must have one and has none here
// may well owe something. A person may be active without any agreement, and then owes nothing.
function revenueShare(facts: CandidacyFacts): CriterionFinding {
  const criterion = 'REVENUE_SHARE';
  const { shareDueFen, sharePaidFen } = facts;
  if (shareDueFen === 0n) {
    return facts.agreements > 0 || facts.partnerType === 'INDIVIDUAL'
      ? met(criterion, '当年无应付收益', 'Nothing is due for the year.')
      : unknown(criterion, '合作协议未登记', 'No agreement is recorded here.');
  }
  if (sharePaidFen === null) {
    return unknown(criterion, '缴入情况未知', 'What was paid is not known.');
  }
  const [zh, en] = [
    `应付 ${shareDueFen} 分,已付 ${sharePaidFen} 分`,
    `${sharePaidFen} of ${shareDueFen} fen due are paid.`,
  ];
  return sharePaidFen >= shareDueFen ? met(criterion, zh, en) : notMet(criterion, zh, en);
}

function deliveredAct(facts: CandidacyFacts): CriterionFinding {
  const criterion = 'DELIVERED_ACT';
  const known = [facts.deliveredActs, facts.contributionsPosted, facts.otherActs];
  const acts = known.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  if (acts > 0) return met(criterion, `当年已登记 ${acts} 项`, `${acts} recorded in the year.`);
  return known.includes(null)
    ? unknown(criterion, '未见登记,部分来源未知', 'None recorded here; not all sources are known.')
    : notMet(criterion, '当年无实际服务', 'None in the year.');
}

const met = finding('MET');
const notMet = finding('NOT_MET');
const unknown = finding('UNKNOWN');

function finding(result: CriterionResult) {
  return (criterion: AwardCriterion, zh: string, en: string): CriterionFinding => ({
    criterion,
    result,
    detail: { zh, en },
  });
}
