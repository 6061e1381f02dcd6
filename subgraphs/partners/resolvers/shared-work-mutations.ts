import { answerWrite } from '@linju/kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { addResource } from '../commands/add-resource.js';
import { moveDistribution } from '../commands/move-distribution.js';
import { movePartnerProject } from '../commands/move-partner-project.js';
import { planDistribution } from '../commands/plan-distribution.js';
import { startPartnerProject } from '../commands/start-partner-project.js';
import type { PartnersContext } from '../loaders/index.js';
import { MoveDistributionInput, PlanDistributionInput } from '../schema/distribution-inputs.js';
import {
  MovePartnerProjectInput,
  StartPartnerProjectInput,
} from '../schema/partner-project-inputs.js';
import {
  DistributionPayload,
  PartnerProjectPayload,
  ResourceItemPayload,
} from '../schema/payload-types.js';
import { AddResourceInput } from '../schema/resource-inputs.js';

@Resolver()
export class SharedWorkMutations {
  @Mutation(() => ResourceItemPayload, {
    description: '添加资源\nEnters something that an organisation or a partner can give.',
  })
  addResource(
    @Arg('input', () => AddResourceInput, { description: 'The resource.' }) input: AddResourceInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => addResource(context.commandParts, input),
      (written) => resourceItemAfter(context, written),
    );
  }

  @Mutation(() => PartnerProjectPayload, {
    description: '设立合作项目\nEnters work that partners, teams and a fund do together.',
  })
  startPartnerProject(
    @Arg('input', () => StartPartnerProjectInput, { description: 'The project.' })
    input: StartPartnerProjectInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => startPartnerProject(context.commandParts, input),
      (written) => partnerProjectAfter(context, written),
    );
  }

  @Mutation(() => PartnerProjectPayload, {
    description: '变更合作项目状态\nMoves a project to another state.',
  })
  movePartnerProject(
    @Arg('input', () => MovePartnerProjectInput, { description: 'Which, and where to.' })
    input: MovePartnerProjectInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => movePartnerProject(context.commandParts, input),
      (written) => partnerProjectAfter(context, written),
    );
  }

  @Mutation(() => DistributionPayload, { description: '计划发放\nPlans goods to be handed out.' })
  planDistribution(
    @Arg('input', () => PlanDistributionInput, { description: 'What, where and when.' })
    input: PlanDistributionInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => planDistribution(context.commandParts, input),
      (written) => distributionAfter(context, written),
    );
  }

  @Mutation(() => DistributionPayload, {
    description: '变更发放状态\nSays that a distribution was done or cancelled.',
  })
  moveDistribution(
    @Arg('input', () => MoveDistributionInput, { description: 'Which, and where to.' })
    input: MoveDistributionInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => moveDistribution(context.commandParts, input),
      (written) => distributionAfter(context, written),
    );
  }
}

// Read after the commit, so that the payload shows what others see too.

const resourceItemAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  resourceItem: await load.resourceById.load(id),
});

const partnerProjectAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  partnerProject: await load.projectById.load(id),
});

const distributionAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  distribution: await load.distributionById.load(id),
});
