import { answerWrite } from '@linju/kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

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

@Resolver()
export class MembershipMutations {
  @Mutation(() => MembershipPayload, {
    description: '申请加入\nEnters the application of a partner to a scheme.',
  })
  applyForMembership(
    @Arg('input', () => ApplyForMembershipInput, { description: 'Who, to which scheme.' })
    input: ApplyForMembershipInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => applyForMembership(context.commandParts, input),
      (written) => membershipAfter(context, written),
    );
  }

  @Mutation(() => MembershipPayload, {
    description: '变更合伙人资格\nMoves a membership to another state.',
  })
  moveMembership(
    @Arg('input', () => MoveMembershipInput, { description: 'Which, and where to.' })
    input: MoveMembershipInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => moveMembership(context.commandParts, input),
      (written) => membershipAfter(context, written),
    );
  }

  @Mutation(() => AgreementPayload, {
    description: '草拟合作协议\nDrafts an agreement under a membership.',
  })
  draftAgreement(
    @Arg('input', () => DraftAgreementInput, { description: 'The agreement.' })
    input: DraftAgreementInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => draftAgreement(context.commandParts, input),
      (written) => agreementAfter(context, written),
    );
  }

  @Mutation(() => AgreementPayload, {
    description: '变更合作协议状态\nMoves an agreement to another state.',
  })
  moveAgreement(
    @Arg('input', () => MoveAgreementInput, { description: 'Which, and where to.' })
    input: MoveAgreementInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => moveAgreement(context.commandParts, input),
      (written) => agreementAfter(context, written),
    );
  }

  @Mutation(() => RevenueShareDuePayload, {
    description: '登记应付收益\nEnters what an agreement owes for a period.',
  })
  recordRevenueShareDue(
    @Arg('input', () => RecordRevenueShareDueInput, {
      description: 'The agreement, the period and the income.',
    })
    input: RecordRevenueShareDueInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => recordRevenueShareDue(context.commandParts, input),
      (written) => revenueShareDueAfter(context, written),
    );
  }
}

// Read after the commit, so that the payload shows what others see too.

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
  revenueShareDue: await load.dueById.load(id),
});
