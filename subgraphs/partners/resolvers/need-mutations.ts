import { answerWrite } from '@linju/kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { moveMatch } from '../commands/move-match.js';
import { moveNeed } from '../commands/move-need.js';
import { proposeMatch } from '../commands/propose-match.js';
import { raiseNeed } from '../commands/raise-need.js';
import type { PartnersContext } from '../loaders/index.js';
import {
  MoveMatchInput,
  MoveNeedInput,
  ProposeMatchInput,
  RaiseNeedInput,
} from '../schema/need-inputs.js';
import { NeedItemPayload, NeedMatchPayload } from '../schema/payload-types.js';

@Resolver()
export class NeedMutations {
  @Mutation(() => NeedItemPayload, { description: '提出需求\nEnters a need of a community.' })
  raiseNeed(
    @Arg('input', () => RaiseNeedInput, { description: 'The need.' }) input: RaiseNeedInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => raiseNeed(context.commandParts, input),
      (written) => needItemAfter(context, written),
    );
  }

  @Mutation(() => NeedItemPayload, {
    description: '变更需求状态\nWithdraws a need, or lets it lapse.',
  })
  moveNeed(
    @Arg('input', () => MoveNeedInput, { description: 'Which, and where to.' })
    input: MoveNeedInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => moveNeed(context.commandParts, input),
      (written) => needItemAfter(context, written),
    );
  }

  @Mutation(() => NeedMatchPayload, {
    description:
      '提议对接\nProposes that a partner meets a need. Open to the app of that partner too.',
  })
  proposeMatch(
    @Arg('input', () => ProposeMatchInput, { description: 'Who, for which need.' })
    input: ProposeMatchInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => proposeMatch(context.commandParts, input),
      (written) => needMatchAfter(context, written),
    );
  }

  @Mutation(() => NeedMatchPayload, {
    description:
      '变更对接状态\nAnswers, delivers or withdraws a match. Open to the app of that partner too.',
  })
  moveMatch(
    @Arg('input', () => MoveMatchInput, { description: 'Which, and where to.' })
    input: MoveMatchInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => moveMatch(context.commandParts, input),
      (written) => needMatchAfter(context, written),
    );
  }
}

// Read after the commit, so that the payload shows what others see too.

const needItemAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  needItem: await load.needById.load(id),
});

const needMatchAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  needMatch: await load.matchById.load(id),
});
