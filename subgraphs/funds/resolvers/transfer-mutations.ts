import { answerWrite } from '@linju/kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { correctTransfer } from '../commands/correct-transfer.js';
import { postTransfers } from '../commands/post-transfers.js';
import { resolveTransfers } from '../commands/resolve-transfers.js';
import type { FundsContext } from '../loaders/index.js';
import { CorrectTransferInput } from '../schema/correct-transfer-input.js';
import { PostTransfersInput, TransfersPayload } from '../schema/post-transfers-input.js';
import { ResolveTransfersInput } from '../schema/resolve-transfers-input.js';

@Resolver()
export class TransferMutations {
  @Mutation(() => TransfersPayload, {
    description:
      '入账\nPosts a set of transfers of your district, or reserves it; all of it or nothing.',
  })
  postTransfers(
    @Arg('input', () => PostTransfersInput, { description: 'The set.' })
    input: PostTransfersInput,
    @Ctx() context: FundsContext,
  ) {
    return answerWrite(
      context,
      () => postTransfers(context.commandParts, input),
      (written) => setAfter(context, written),
    );
  }

  @Mutation(() => TransfersPayload, {
    description: '处理待入账\nPosts, voids or expires a pending set.',
  })
  resolveTransfers(
    @Arg('input', () => ResolveTransfersInput, { description: 'Which, and how.' })
    input: ResolveTransfersInput,
    @Ctx() context: FundsContext,
  ) {
    return answerWrite(
      context,
      () => resolveTransfers(context.commandParts, input),
      (written) => setAfter(context, written),
    );
  }

  @Mutation(() => TransfersPayload, {
    description: '更正转账\nTakes a posted transfer back and posts what is right in its place.',
  })
  correctTransfer(
    @Arg('input', () => CorrectTransferInput, { description: 'Which, and what is right.' })
    input: CorrectTransferInput,
    @Ctx() context: FundsContext,
  ) {
    return answerWrite(
      context,
      () => correctTransfer(context.commandParts, input),
      (written) => setAfter(context, written),
    );
  }
}

/** Read after the commit, so that the payload shows what others see too. */
const setAfter = async ({ load }: FundsContext, { setId }: { readonly setId: string }) => ({
  setId,
  transfers: await load.transfersOfSet.load(setId),
});
