import { mutation, mutations } from '@linju/kit';

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

const resourceItemAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  resourceItem: await load.resourceItemById.load(id),
});

const partnerProjectAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  partnerProject: await load.partnerProjectById.load(id),
});

const distributionAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  distribution: await load.distributionById.load(id),
});

/** The mutations of resources, projects and distributions. */
export const SharedWorkMutations = mutations(
  mutation({
    name: 'addResource',
    description: '添加资源\nEnters something that an organisation or a partner can give.',
    input: AddResourceInput,
    payload: ResourceItemPayload,
    refusals: ['NOT_FOUND', 'CODE_RETIRED', 'PLACE_MISMATCH', 'PERSON_DATA_REFUSED'],
    command: addResource,
    answer: resourceItemAfter,
  }),
  mutation({
    name: 'startPartnerProject',
    description: '设立合作项目\nEnters work that partners, teams and a fund do together.',
    input: StartPartnerProjectInput,
    payload: PartnerProjectPayload,
    refusals: ['NOT_FOUND', 'CODE_RETIRED', 'PLACE_MISMATCH', 'MOVE_NOT_ALLOWED'],
    command: startPartnerProject,
    answer: partnerProjectAfter,
  }),
  mutation({
    name: 'movePartnerProject',
    description: '变更合作项目状态\nMoves a project to another state.',
    input: MovePartnerProjectInput,
    payload: PartnerProjectPayload,
    refusals: ['NOT_FOUND', 'MOVE_NOT_ALLOWED'],
    command: movePartnerProject,
    answer: partnerProjectAfter,
  }),
  mutation({
    name: 'planDistribution',
    description: '计划发放\nPlans goods to be handed out.',
    input: PlanDistributionInput,
    payload: DistributionPayload,
    refusals: ['NOT_FOUND', 'CODE_RETIRED', 'PLACE_MISMATCH', 'PERSON_DATA_REFUSED'],
    command: planDistribution,
    answer: distributionAfter,
  }),
  mutation({
    name: 'moveDistribution',
    description: '变更发放状态\nSays that a distribution was done or cancelled.',
    input: MoveDistributionInput,
    payload: DistributionPayload,
    refusals: ['NOT_FOUND', 'MOVE_NOT_ALLOWED', 'RULE_VIOLATED'],
    command: moveDistribution,
    answer: distributionAfter,
  }),
);
