import { answerWrite } from '@linju/kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { evaluateMembership } from '../commands/evaluate-membership.js';
import { grantAward } from '../commands/grant-award.js';
import type { PartnersContext } from '../loaders/index.js';
import { EvaluateMembershipInput, GrantAwardInput } from '../schema/award-inputs.js';
import { AwardPayload, EvaluationPayload } from '../schema/payload-types.js';

@Resolver()
export class AwardMutations {
  @Mutation(() => EvaluationPayload, {
    description: '年度评价\nEvaluates a membership for a year.',
  })
  evaluateMembership(
    @Arg('input', () => EvaluateMembershipInput, { description: 'Which, for which year.' })
    input: EvaluateMembershipInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => evaluateMembership(context.commandParts, input),
      (written) => evaluationAfter(context, written),
    );
  }

  @Mutation(() => AwardPayload, {
    description: '授予激励\nGrants the award of a scheme for a year.',
  })
  grantAward(
    @Arg('input', () => GrantAwardInput, { description: 'To whom, and how much.' })
    input: GrantAwardInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => grantAward(context.commandParts, input),
      (written) => awardAfter(context, written),
    );
  }
}

// Read after the commit, so that the payload shows what others see too.

const evaluationAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  evaluation: await load.evaluationById.load(id),
});

const awardAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  award: await load.awardById.load(id),
});
