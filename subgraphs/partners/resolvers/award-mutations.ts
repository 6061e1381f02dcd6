import { mutation, mutations } from '@linju/kit';

import { evaluateMembership } from '../commands/evaluate-membership.js';
import { grantAward } from '../commands/grant-award.js';
import type { PartnersContext } from '../loaders/index.js';
import { EvaluateMembershipInput, GrantAwardInput } from '../schema/award-inputs.js';
import { AwardPayload, EvaluationPayload } from '../schema/payload-types.js';

const evaluationAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  evaluation: await load.evaluationById.load(id),
});

const awardAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  award: await load.awardById.load(id),
});

/** The mutations of evaluations and awards. */
export const AwardMutations = mutations(
  mutation({
    name: 'evaluateMembership',
    description: '年度评价\nEvaluates a membership for a year.',
    input: EvaluateMembershipInput,
    payload: EvaluationPayload,
    refusals: ['NOT_FOUND', 'RULE_VIOLATED', 'DUPLICATE', 'PERSON_DATA_REFUSED'],
    command: evaluateMembership,
    answer: evaluationAfter,
  }),
  mutation({
    name: 'grantAward',
    description: '授予激励\nGrants the award of a scheme for a year.',
    input: GrantAwardInput,
    payload: AwardPayload,
    refusals: ['NOT_FOUND', 'AMOUNT_REFUSED', 'RULE_VIOLATED'],
    command: grantAward,
    answer: awardAfter,
  }),
);
