import {
  checkText,
  invariant,
  recordNew,
  refuse,
  runCommand,
  statement,
  type CommandParts,
  type WriteScope,
} from '@linju/kit';
import { sql } from 'drizzle-orm';

import {
  computeCriteria,
  type CandidacyFacts,
  type CriterionFinding,
} from '../rules/award-criteria.js';
import { outcomeOf } from '../rules/award-outcome.js';
import { candidacyYear } from '../rules/candidacy-year.js';
import type { MembershipState } from '../rules/membership-states.js';
import type { PartnerType } from '../rules/partner-type.js';
import type { PremisesState } from '../rules/premises-state.js';
import { applyVerdicts } from '../rules/stated-verdict.js';
import type { EvaluateMembershipInput, EvaluationScoreInput } from '../schema/award-inputs.js';
import { evaluationInternalTable, evaluationTable } from '../tables/evaluation-tables.js';
import { requireWritable } from './require-record.js';

const scoresMax = 20;

/**
 * Evaluates a membership for a year. What the records here decide is taken from them; what they leave unknown
 * (money paid, safety of premises, acts of other subgraphs) is what the evaluating office states.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, RULE_VIOLATED for a verdict against the records, DUPLICATE,
 *         BAD_USER_INPUT, PERSON_DATA_REFUSED
 */
export const evaluateMembership = (parts: CommandParts, input: EvaluateMembershipInput) =>
  runCommand(parts, 'evaluateMembership', input, async (scope) => {
    const membership = await requireWritable(
      scope,
      'Membership',
      input.membershipId,
      'membershipId',
    );
    const facts = await readFacts(scope, membership.id, input.year);
    const criteria = applyVerdicts(computeCriteria(facts), parseVerdicts(input.verdicts ?? []));

    const id = scope.newId('Evaluation');
    const { partnerId, districtCode } = membership;
    const owner = { partnerId, districtCode };
    await scope.tx.db.insert(evaluationTable).values({
      id,
      membershipId: membership.id,
      ...owner,
      year: input.year,
      result: outcomeOf(criteria.map(({ result }) => result)),
      evaluatedAt: scope.now,
    });
    await scope.tx.db.insert(evaluationInternalTable).values({
      evaluationId: id,
      ...owner,
      criteria: criteria as CriterionFinding[],
      scores: parseScores(input.scores ?? []),
    });
    return recordNew(scope, { type: 'Evaluation', id, districtCode });
  });

// The same facts as a client reads, in the write's own transaction: see migrations/0003_candidacy_facts.sql.
const candidacyFacts = statement(
  {
    partnerType: sql<PartnerType>`f.partner_type`,
    premisesState: sql<PremisesState>`f.premises_state`,
    membershipState: sql<MembershipState>`f.membership_state`,
    agreements: sql<number>`f.agreements`,
    shareDueFen: sql<bigint>`f.share_due_fen`,
    deliveredActs: sql<number>`f.delivered_acts`,
  },
  (select) =>
    select.from(sql`partners.candidacy_facts(
      ${sql.placeholder('membership')}::text,
      ${sql.placeholder('begins')}::text::timestamptz,
      ${sql.placeholder('ends')}::text::timestamptz, null) as f`),
);

async function readFacts(
  { tx, now }: WriteScope,
  membership: string,
  year: number,
): Promise<CandidacyFacts> {
  const { begins, ends } = candidacyYear(year, null, now);
  if (begins > now) {
    refuse('BAD_USER_INPUT', { field: 'year', message: `The year ${year} has not begun.` });
  }
  const [facts] = await tx.rows(candidacyFacts, {
    membership,
    begins: begins.toISOString(),
    ends: ends.toISOString(),
  });
  invariant(facts, 'a locked membership has facts');
  return { ...facts, ...unknownHere };
}

// What other subgraphs know is not asked for in a write; the office states it.
const unknownHere = {
  sharePaidFen: null,
  contributionsPosted: null,
  premisesVerdict: null,
  otherActs: null,
} as const;

const parseVerdicts = (verdicts: NonNullable<EvaluateMembershipInput['verdicts']>) =>
  verdicts.map(({ criterion, result, detail }) => ({
    criterion,
    result,
    detail: checkText('verdicts.detail', detail, { lengthMax: 500 }),
  }));

function parseScores(scores: readonly EvaluationScoreInput[]) {
  if (scores.length > scoresMax || scores.some(({ points }) => points < 0 || points > 100)) {
    refuse('BAD_USER_INPUT', {
      field: 'scores',
      message: `An evaluation has at most ${scoresMax} scores, each 0 to 100.`,
    });
  }
  return scores.map(({ aspect, points }) => ({
    aspect: checkText('scores.aspect', aspect, { lengthMax: 100 }),
    points,
  }));
}
