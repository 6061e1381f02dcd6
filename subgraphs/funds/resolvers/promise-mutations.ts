import { answerWrite } from '@linju/kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { moveGrant } from '../commands/move-grant.js';
import { movePledge } from '../commands/move-pledge.js';
import { openGrant } from '../commands/open-grant.js';
import { openPledge } from '../commands/open-pledge.js';
import { moveMilestone } from '../commands/move-milestone.js';
import type { FundsContext } from '../loaders/index.js';
import { MoveGrantInput } from '../schema/move-grant-input.js';
import { MovePledgeInput } from '../schema/move-pledge-input.js';
import { GrantPayload, OpenGrantInput } from '../schema/open-grant-input.js';
import { OpenPledgeInput, PledgePayload } from '../schema/open-pledge-input.js';
import { MoveMilestoneInput } from '../schema/move-milestone-input.js';

@Resolver()
export class PromiseMutations {
  @Mutation(() => PledgePayload, {
    description: '登记认捐\nEnters a promise to give to a fund of your district.',
  })
  openPledge(
    @Arg('input', () => OpenPledgeInput, { description: 'The pledge.' })
    input: OpenPledgeInput,
    @Ctx() context: FundsContext,
  ) {
    return answerWrite(
      context,
      () => openPledge(context.commandParts, input),
      (written) => pledgeAfter(context, written),
    );
  }

  @Mutation(() => PledgePayload, { description: '变更认捐状态\nMoves a pledge to another state.' })
  movePledge(
    @Arg('input', () => MovePledgeInput, { description: 'Which, and where to.' })
    input: MovePledgeInput,
    @Ctx() context: FundsContext,
  ) {
    return answerWrite(
      context,
      () => movePledge(context.commandParts, input),
      (written) => pledgeAfter(context, written),
    );
  }

  @Mutation(() => GrantPayload, {
    description: '登记项目资助\nEnters an application for money of a fund of your district.',
  })
  openGrant(
    @Arg('input', () => OpenGrantInput, { description: 'The grant.' })
    input: OpenGrantInput,
    @Ctx() context: FundsContext,
  ) {
    return answerWrite(
      context,
      () => openGrant(context.commandParts, input),
      (written) => grantAfter(context, written),
    );
  }

  @Mutation(() => GrantPayload, { description: '变更资助状态\nMoves a grant to another state.' })
  moveGrant(
    @Arg('input', () => MoveGrantInput, { description: 'Which, and where to.' })
    input: MoveGrantInput,
    @Ctx() context: FundsContext,
  ) {
    return answerWrite(
      context,
      () => moveGrant(context.commandParts, input),
      (written) => grantAfter(context, written),
    );
  }

  @Mutation(() => GrantPayload, {
    description: '更新里程碑\nRecords what became of a step of a grant.',
  })
  moveMilestone(
    @Arg('input', () => MoveMilestoneInput, { description: 'Which, and what became of it.' })
    input: MoveMilestoneInput,
    @Ctx() context: FundsContext,
  ) {
    return answerWrite(
      context,
      () => moveMilestone(context.commandParts, input),
      (written) => grantAfter(context, written),
    );
  }
}

/** Read after the commit, so that the payload shows what others see too. */
const pledgeAfter = async ({ load }: FundsContext, { id }: { readonly id: string }) => ({
  pledge: await load.pledgeById.load(id),
});

const grantAfter = async ({ load }: FundsContext, { id }: { readonly id: string }) => ({
  grant: await load.grantById.load(id),
});
