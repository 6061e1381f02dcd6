import { answerWrite } from '@linju/kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { assessFund } from '../commands/assess-fund.js';
import { moveFund } from '../commands/move-fund.js';
import { openFund } from '../commands/open-fund.js';
import type { FundsContext } from '../loaders/index.js';
import { AssessFundInput, AssessFundPayload } from '../schema/assess-fund-input.js';
import { MoveFundInput } from '../schema/move-fund-input.js';
import { FundPayload, OpenFundInput } from '../schema/open-fund-input.js';

@Resolver()
export class FundMutations {
  @Mutation(() => FundPayload, { description: '设立基金\nSets up a fund of your district.' })
  openFund(
    @Arg('input', () => OpenFundInput, { description: 'The fund.' })
    input: OpenFundInput,
    @Ctx() context: FundsContext,
  ) {
    return answerWrite(
      context,
      () => openFund(context.commandParts, input),
      (written) => fundAfter(context, written),
    );
  }

  @Mutation(() => FundPayload, { description: '变更基金状态\nMoves a fund to another state.' })
  moveFund(
    @Arg('input', () => MoveFundInput, { description: 'Which, and where to.' })
    input: MoveFundInput,
    @Ctx() context: FundsContext,
  ) {
    return answerWrite(
      context,
      () => moveFund(context.commandParts, input),
      (written) => fundAfter(context, written),
    );
  }

  @Mutation(() => AssessFundPayload, {
    description: '合规认定\nHolds a fund against the rules R1 to R10 and keeps what they find.',
  })
  assessFund(
    @Arg('input', () => AssessFundInput, { description: 'Which, and when.' })
    input: AssessFundInput,
    @Ctx() context: FundsContext,
  ) {
    return answerWrite(
      context,
      () => assessFund(context.commandParts, input),
      (written) => findingsAfter(context, written),
    );
  }
}

/** Read after the commit, so that the payload shows what others see too. */
const fundAfter = async ({ load }: FundsContext, { id }: { readonly id: string }) => ({
  fund: await load.fundById.load(id),
});

const findingsAfter = async (
  context: FundsContext,
  written: { readonly id: string; readonly findingIds: readonly string[] },
) => ({
  ...(await fundAfter(context, written)),
  findings: await context.load.findingById.loadMany(written.findingIds),
});
