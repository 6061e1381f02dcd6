import { mutation, mutations, type CommandParts } from '@linju/kit';

import { mergeRecords } from '../commands/merge-records.js';
import { moveFacility } from '../commands/move-facility.js';
import { registerFacility } from '../commands/register-facility.js';
import type { DistrictsContext } from '../loaders/index.js';
import { MergeInput } from '../schema/merge-input.js';
import { MoveFacilityInput } from '../schema/move-facility-input.js';
import { RegisterFacilityInput } from '../schema/register-facility-input.js';
import { FacilityPayload } from '../schema/payload-types.js';

const facilityAfter = async ({ load }: DistrictsContext, { id }: { readonly id: string }) => ({
  facility: await load.facilityById.load(id),
});

/** The mutations of facilities. */
export const FacilityMutations = mutations(
  mutation({
    name: 'registerFacility',
    description: '登记设施\nEnters a new facility of your district.',
    input: RegisterFacilityInput,
    payload: FacilityPayload,
    refusals: ['NOT_FOUND', 'CODE_RETIRED', 'PLACE_MISMATCH', 'RULE_VIOLATED', 'MOVE_NOT_ALLOWED'],
    command: registerFacility,
    answer: facilityAfter,
  }),
  mutation({
    name: 'moveFacility',
    description: '变更设施状态\nMoves a facility to another status.',
    input: MoveFacilityInput,
    payload: FacilityPayload,
    refusals: ['NOT_FOUND', 'MOVE_NOT_ALLOWED', 'CONFLICT'],
    command: moveFacility,
    answer: facilityAfter,
  }),
  mutation({
    name: 'mergeFacilities',
    description: '合并设施\nMakes two records of one facility one.',
    input: MergeInput,
    payload: FacilityPayload,
    refusals: ['NOT_FOUND', 'MERGE_CYCLE', 'PLACE_MISMATCH'],
    command: (parts: CommandParts, input: MergeInput) => mergeRecords(parts, 'Facility', input),
    answer: facilityAfter,
  }),
);
