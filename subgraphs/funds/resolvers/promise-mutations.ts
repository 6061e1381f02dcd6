import { mutation, mutations } from '@linju/kit';

import { moveGrant } from '../commands/move-grant.js';
import { movePledge } from '../commands/move-pledge.js';
import { openGrant } from '../commands/open-grant.js';
import { openPledge } from '../commands/open-pledge.js';
import { moveMilestone } from '../commands/move-milestone.js';
import type { FundsContext } from '../loaders/index.js';
import { MoveGrantInput } from '../schema/move-grant-input.js';
import { MovePledgeInput } from '../schema/move-pledge-input.js';
import { OpenGrantInput } from '../schema/open-grant-input.js';
import { OpenPledgeInput } from '../schema/open-pledge-input.js';
import { MoveMilestoneInput } from '../schema/move-milestone-input.js';
import { GrantPayload, PledgePayload } from '../schema/payload-types.js';

const pledgeAfter = async ({ load }: FundsContext, { id }: { readonly id: string }) => ({
  pledge: await load.pledgeById.load(id),
});

const grantAfter = async ({ load }: FundsContext, { id }: { readonly id: string }) => ({
  grant: await load.grantById.load(id),
});

/** The mutations of pledges and grants. */
export const PromiseMutations = mutations(
  mutation({
    name: 'openPledge',
    description: '登记认捐\nEnters a promise to give to a fund of your district.',
    input: OpenPledgeInput,
    payload: PledgePayload,
    refusals: ['NOT_FOUND', 'AMOUNT_REFUSED', 'PERIOD_REFUSED', 'RULE_VIOLATED'],
    command: openPledge,
    answer: pledgeAfter,
  }),
  mutation({
    name: 'movePledge',
    description: '变更认捐状态\nMoves a pledge to another state.',
    input: MovePledgeInput,
    payload: PledgePayload,
    refusals: ['NOT_FOUND', 'MOVE_NOT_ALLOWED'],
    command: movePledge,
    answer: pledgeAfter,
  }),
  mutation({
    name: 'openGrant',
    description: '登记项目资助\nEnters an application for money of a fund of your district.',
    input: OpenGrantInput,
    payload: GrantPayload,
    refusals: ['PERIOD_REFUSED', 'NOT_FOUND', 'AMOUNT_REFUSED', 'CODE_RETIRED', 'RULE_VIOLATED'],
    command: openGrant,
    answer: grantAfter,
  }),
  mutation({
    name: 'moveGrant',
    description: '变更资助状态\nMoves a grant to another state.',
    input: MoveGrantInput,
    payload: GrantPayload,
    refusals: ['NOT_FOUND', 'MOVE_NOT_ALLOWED', 'AMOUNT_REFUSED', 'RULE_VIOLATED'],
    command: moveGrant,
    answer: grantAfter,
  }),
  mutation({
    name: 'moveMilestone',
    description: '更新里程碑\nRecords what became of a step of a grant.',
    input: MoveMilestoneInput,
    payload: GrantPayload,
    refusals: ['NOT_FOUND', 'RULE_VIOLATED'],
    command: moveMilestone,
    answer: grantAfter,
  }),
);
