import { mutation, mutations } from '@linju/kit';

import { applyForMembership } from '../commands/apply-for-membership.js';
import { draftAgreement } from '../commands/draft-agreement.js';
import { moveAgreement } from '../commands/move-agreement.js';
import { moveMembership } from '../commands/move-membership.js';
import { recordRevenueShareDue } from '../commands/record-revenue-share-due.js';
import type { PartnersContext } from '../loaders/index.js';
import {
  DraftAgreementInput,
  MoveAgreementInput,
  RecordRevenueShareDueInput,
} from '../schema/agreement-inputs.js';
import { ApplyForMembershipInput, MoveMembershipInput } from '../schema/membership-inputs.js';
import {
  AgreementPayload,
  MembershipPayload,
  RevenueShareDuePayload,
} from '../schema/payload-types.js';

const membershipAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  membership: await load.membershipById.load(id),
});

const agreementAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  agreement: await load.agreementById.load(id),
});

const revenueShareDueAfter = async (
  { load }: PartnersContext,
  { id }: { readonly id: string },
) => ({
  revenueShareDue: await load.revenueShareDueById.load(id),
});

/** The mutations of memberships, agreements and shares that are due. */
export const MembershipMutations = mutations(
  mutation({
    name: 'applyForMembership',
    description: '申请加入\nEnters the application of a partner to a scheme.',
    input: ApplyForMembershipInput,
    payload: MembershipPayload,
    refusals: ['NOT_FOUND', 'RULE_VIOLATED', 'PLACE_MISMATCH', 'DUPLICATE'],
    command: applyForMembership,
    answer: membershipAfter,
  }),
  mutation({
    name: 'moveMembership',
    description: '变更合伙人资格\nMoves a membership to another state.',
    input: MoveMembershipInput,
    payload: MembershipPayload,
    refusals: ['NOT_FOUND', 'MOVE_NOT_ALLOWED', 'RULE_VIOLATED'],
    command: moveMembership,
    answer: membershipAfter,
  }),
  mutation({
    name: 'draftAgreement',
    description: '草拟合作协议\nDrafts an agreement under a membership.',
    input: DraftAgreementInput,
    payload: AgreementPayload,
    refusals: ['NOT_FOUND', 'RULE_VIOLATED'],
    command: draftAgreement,
    answer: agreementAfter,
  }),
  mutation({
    name: 'moveAgreement',
    description: '变更合作协议状态\nMoves an agreement to another state.',
    input: MoveAgreementInput,
    payload: AgreementPayload,
    refusals: ['NOT_FOUND', 'MOVE_NOT_ALLOWED', 'RULE_VIOLATED'],
    command: moveAgreement,
    answer: agreementAfter,
  }),
  mutation({
    name: 'recordRevenueShareDue',
    description: '登记应付收益\nEnters what an agreement owes for a period.',
    input: RecordRevenueShareDueInput,
    payload: RevenueShareDuePayload,
    refusals: ['NOT_FOUND', 'RULE_VIOLATED', 'PERIOD_REFUSED', 'DUPLICATE'],
    command: recordRevenueShareDue,
    answer: revenueShareDueAfter,
  }),
);
