import { answerWrite } from '@linju/kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { mergeRecords } from '../commands/merge-records.js';
import { registerCommunity } from '../commands/register-community.js';
import { registerEstate } from '../commands/register-estate.js';
import { registerGrid } from '../commands/register-grid.js';
import type { DistrictsContext } from '../loaders/index.js';
import { MergeInput } from '../schema/merge-input.js';
import { CommunityPayload, RegisterCommunityInput } from '../schema/register-community-input.js';
import { EstatePayload, RegisterEstateInput } from '../schema/register-estate-input.js';
import { GridPayload, RegisterGridInput } from '../schema/register-grid-input.js';

@Resolver()
export class CommunityMutations {
  @Mutation(() => CommunityPayload, {
    description: '登记社区/村\nEnters a new community of your district.',
  })
  registerCommunity(
    @Arg('input', () => RegisterCommunityInput, { description: 'The community.' })
    input: RegisterCommunityInput,
    @Ctx() context: DistrictsContext,
  ) {
    return answerWrite(
      context,
      () => registerCommunity(context.commandParts, input),
      (written) => communityAfter(context, written),
    );
  }

  @Mutation(() => CommunityPayload, {
    description: '合并社区\nMakes two records of one community one.',
  })
  mergeCommunities(
    @Arg('input', () => MergeInput, { description: 'Which, into which.' }) input: MergeInput,
    @Ctx() context: DistrictsContext,
  ) {
    return answerWrite(
      context,
      () => mergeRecords(context.commandParts, 'Community', input),
      (written) => communityAfter(context, written),
    );
  }

  @Mutation(() => EstatePayload, {
    description: '登记小区\nEnters a housing estate of a community.',
  })
  registerEstate(
    @Arg('input', () => RegisterEstateInput, { description: 'The estate.' })
    input: RegisterEstateInput,
    @Ctx() context: DistrictsContext,
  ) {
    return answerWrite(
      context,
      () => registerEstate(context.commandParts, input),
      async ({ id }) => ({ estate: await context.load.estateById.load(id) }),
    );
  }

  @Mutation(() => GridPayload, { description: '登记网格\nEnters a grid of a community.' })
  registerGrid(
    @Arg('input', () => RegisterGridInput, { description: 'The grid.' }) input: RegisterGridInput,
    @Ctx() context: DistrictsContext,
  ) {
    return answerWrite(
      context,
      () => registerGrid(context.commandParts, input),
      async ({ id }) => ({ grid: await context.load.gridById.load(id) }),
    );
  }
}

/** Read after the commit, so that the payload shows what others see too. */
const communityAfter = async ({ load }: DistrictsContext, { id }: { readonly id: string }) => ({
  community: await load.communityById.load(id),
});
