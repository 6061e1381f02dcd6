import { answerWrite } from '@linju/kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { addEstate } from '../commands/add-estate.js';
import { addGrid } from '../commands/add-grid.js';
import { mergeCommunities } from '../commands/merge-communities.js';
import { registerCommunity } from '../commands/register-community.js';
import type { DistrictsContext } from '../loaders/index.js';
import { MergeCommunitiesPayload, MergeInput } from '../schema/merge-input.js';
import {
  AddEstateInput,
  AddGridInput,
  CommunityPayload,
  EstatePayload,
  GridPayload,
  RegisterCommunityInput,
} from '../schema/register-community-input.js';

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
      () => registerCommunity(context.commandParts, input),
      (written) => communityAfter(context, written),
    );
  }

  @Mutation(() => MergeCommunitiesPayload, {
    description: '合并社区\nMakes two records of one community one.',
  })
  mergeCommunities(
    @Arg('input', () => MergeInput, { description: 'Which, into which.' }) input: MergeInput,
    @Ctx() context: DistrictsContext,
  ) {
    return answerWrite(
      () => mergeCommunities(context.commandParts, input),
      (written) => communityAfter(context, written),
    );
  }

  @Mutation(() => EstatePayload, {
    description: '登记小区\nEnters a housing estate of a community.',
  })
  addEstate(
    @Arg('input', () => AddEstateInput, { description: 'The estate.' }) input: AddEstateInput,
    @Ctx() context: DistrictsContext,
  ) {
    return answerWrite(
      () => addEstate(context.commandParts, input),
      async ({ id }) => ({ estate: await context.load.estateById.clear(id).load(id) }),
    );
  }

  @Mutation(() => GridPayload, { description: '登记网格\nEnters a grid of a community.' })
  addGrid(
    @Arg('input', () => AddGridInput, { description: 'The grid.' }) input: AddGridInput,
    @Ctx() context: DistrictsContext,
  ) {
    return answerWrite(
      () => addGrid(context.commandParts, input),
      async ({ id }) => ({ grid: await context.load.gridById.clear(id).load(id) }),
    );
  }
}

/** Read after the commit, so that the payload shows what others see too. */
const communityAfter = async ({ load }: DistrictsContext, { id }: { readonly id: string }) => ({
  community: await load.communityById.clear(id).load(id),
});
