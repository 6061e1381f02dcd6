import { mutation, mutations, type CommandParts } from '@linju/kit';

import { mergeRecords } from '../commands/merge-records.js';
import { registerCommunity } from '../commands/register-community.js';
import { registerEstate } from '../commands/register-estate.js';
import { registerGrid } from '../commands/register-grid.js';
import type { DistrictsContext } from '../loaders/index.js';
import { MergeInput } from '../schema/merge-input.js';
import { RegisterCommunityInput } from '../schema/register-community-input.js';
import { RegisterEstateInput } from '../schema/register-estate-input.js';
import { RegisterGridInput } from '../schema/register-grid-input.js';
import { CommunityPayload, EstatePayload, GridPayload } from '../schema/payload-types.js';

const communityAfter = async ({ load }: DistrictsContext, { id }: { readonly id: string }) => ({
  community: await load.communityById.load(id),
});

/** The mutations of communities, estates and grids. */
export const CommunityMutations = mutations(
  mutation({
    name: 'registerCommunity',
    description: '登记社区/村\nEnters a new community of your district.',
    input: RegisterCommunityInput,
    payload: CommunityPayload,
    refusals: ['NOT_FOUND', 'CODE_RETIRED', 'PLACE_MISMATCH', 'DUPLICATE'],
    command: registerCommunity,
    answer: communityAfter,
  }),
  mutation({
    name: 'mergeCommunities',
    description: '合并社区\nMakes two records of one community one.',
    input: MergeInput,
    payload: CommunityPayload,
    refusals: ['NOT_FOUND', 'MERGE_CYCLE', 'PLACE_MISMATCH'],
    command: (parts: CommandParts, input: MergeInput) => mergeRecords(parts, 'Community', input),
    answer: communityAfter,
  }),
  mutation({
    name: 'registerEstate',
    description: '登记小区\nEnters a housing estate of a community.',
    input: RegisterEstateInput,
    payload: EstatePayload,
    refusals: ['NOT_FOUND', 'RULE_VIOLATED'],
    command: registerEstate,
    answer: async ({ load }: DistrictsContext, { id }) => ({
      estate: await load.estateById.load(id),
    }),
  }),
  mutation({
    name: 'registerGrid',
    description: '登记网格\nEnters a grid of a community.',
    input: RegisterGridInput,
    payload: GridPayload,
    refusals: ['NOT_FOUND'],
    command: registerGrid,
    answer: async ({ load }: DistrictsContext, { id }) => ({ grid: await load.gridById.load(id) }),
  }),
);
