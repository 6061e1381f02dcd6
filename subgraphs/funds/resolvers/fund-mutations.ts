import { mutation, mutations } from '@linju/kit';

import { assessFund } from '../commands/assess-fund.js';
import { moveFund } from '../commands/move-fund.js';
import { openFund } from '../commands/open-fund.js';
import type { FundsContext } from '../loaders/index.js';
import { AssessFundInput, AssessFundPayload } from '../schema/assess-fund-input.js';
import { MoveFundInput } from '../schema/move-fund-input.js';
import { OpenFundInput } from '../schema/open-fund-input.js';
import { FundPayload } from '../schema/payload-types.js';

const fundAfter = async ({ load }: FundsContext, { id }: { readonly id: string }) => ({
  fund: await load.fundById.load(id),
});

const findingsAfter = async (
  context: FundsContext,
  written: { readonly id: string; readonly findingIds: readonly string[] },
) => ({
  ...(await fundAfter(context, written)),
  findings: await context.load.complianceFindingById.loadMany(written.findingIds),
});

/** The mutations of funds. */
export const FundMutations = mutations(
  mutation({
    name: 'openFund',
    description: '设立基金\nSets up a fund of your district.',
    input: OpenFundInput,
    payload: FundPayload,
    refusals: ['RULE_VIOLATED', 'DUPLICATE', 'PLACE_MISMATCH', 'NOT_FOUND', 'CODE_RETIRED'],
    command: openFund,
    answer: fundAfter,
  }),
  mutation({
    name: 'moveFund',
    description: '变更基金状态\nMoves a fund to another state.',
    input: MoveFundInput,
    payload: FundPayload,
    refusals: ['NOT_FOUND', 'MOVE_NOT_ALLOWED', 'RULE_VIOLATED'],
    command: moveFund,
    answer: fundAfter,
  }),
  mutation({
    name: 'assessFund',
    description: '合规认定\nHolds a fund against the rules R1 to R10 and keeps what they find.',
    input: AssessFundInput,
    payload: AssessFundPayload,
    refusals: ['NOT_FOUND', 'RULE_VIOLATED'],
    command: assessFund,
    answer: findingsAfter,
  }),
);
