import { answerWrite } from '@linju/kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { mergeRecords } from '../commands/merge-records.js';
import { moveFacility } from '../commands/move-facility.js';
import { registerFacility } from '../commands/register-facility.js';
import type { DistrictsContext } from '../loaders/index.js';
import { MergeInput } from '../schema/merge-input.js';
import { MoveFacilityInput } from '../schema/move-facility-input.js';
import { FacilityPayload, RegisterFacilityInput } from '../schema/register-facility-input.js';

@Resolver()
export class FacilityMutations {
  @Mutation(() => FacilityPayload, {
    description: '登记设施\nEnters a new facility of your district.',
  })
  registerFacility(
    @Arg('input', () => RegisterFacilityInput, { description: 'The facility.' })
    input: RegisterFacilityInput,
    @Ctx() context: DistrictsContext,
  ) {
    return answerWrite(
      context,
      () => registerFacility(context.commandParts, input),
      (written) => facilityAfter(context, written),
    );
  }

  @Mutation(() => FacilityPayload, {
    description: '变更设施状态\nMoves a facility to another status.',
  })
  moveFacility(
    @Arg('input', () => MoveFacilityInput, { description: 'Which, and where to.' })
    input: MoveFacilityInput,
    @Ctx() context: DistrictsContext,
  ) {
    return answerWrite(
      context,
      () => moveFacility(context.commandParts, input),
      (written) => facilityAfter(context, written),
    );
  }

  @Mutation(() => FacilityPayload, {
    description: '合并设施\nMakes two records of one facility one.',
  })
  mergeFacilities(
    @Arg('input', () => MergeInput, { description: 'Which, into which.' }) input: MergeInput,
    @Ctx() context: DistrictsContext,
  ) {
    return answerWrite(
      context,
      () => mergeRecords(context.commandParts, 'Facility', input),
      (written) => facilityAfter(context, written),
    );
  }
}

/** Read after the commit, so that the payload shows what others see too. */
const facilityAfter = async ({ load }: DistrictsContext, { id }: { readonly id: string }) => ({
  facility: await load.facilityById.load(id),
});
