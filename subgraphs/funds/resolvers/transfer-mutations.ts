import { mutation, mutations } from '@linju/kit';

import { correctTransfer } from '../commands/correct-transfer.js';
import { postTransfers } from '../commands/post-transfers.js';
import { resolveTransfers } from '../commands/resolve-transfers.js';
import type { FundsContext } from '../loaders/index.js';
import { CorrectTransferInput } from '../schema/correct-transfer-input.js';
import { PostTransfersInput, TransfersPayload } from '../schema/post-transfers-input.js';
import { ResolveTransfersInput } from '../schema/resolve-transfers-input.js';

const setAfter = async ({ load }: FundsContext, { setId }: { readonly setId: string }) => ({
  setId,
  transfers: await load.transfersOfSet.load(setId),
});

/** The mutations of transfers. */
export const TransferMutations = mutations(
  mutation({
    name: 'postTransfers',
    description:
      '入账\nPosts a set of transfers of your district, or reserves it; all of it or nothing.',
    input: PostTransfersInput,
    payload: TransfersPayload,
    refusals: [
      'AMOUNT_REFUSED',
      'SET_NOT_BALANCED',
      'ACCOUNT_OVERDRAWN',
      'RESTRICTED_PURPOSE',
      'PLACE_MISMATCH',
      'RULE_VIOLATED',
      'NOT_FOUND',
    ],
    command: postTransfers,
    answer: setAfter,
  }),
  mutation({
    name: 'resolveTransfers',
    description: '处理待入账\nPosts, voids or expires a pending set.',
    input: ResolveTransfersInput,
    payload: TransfersPayload,
    refusals: ['NOT_FOUND', 'MOVE_NOT_ALLOWED', 'RULE_VIOLATED'],
    command: resolveTransfers,
    answer: setAfter,
  }),
  mutation({
    name: 'correctTransfer',
    description: '更正转账\nTakes a posted transfer back and posts what is right in its place.',
    input: CorrectTransferInput,
    payload: TransfersPayload,
    refusals: ['NOT_FOUND', 'TRANSFER_ALREADY_CORRECTED', 'RULE_VIOLATED', 'ACCOUNT_OVERDRAWN'],
    command: correctTransfer,
    answer: setAfter,
  }),
);
