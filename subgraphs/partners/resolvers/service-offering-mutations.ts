import { answerWrite } from '@linju/kit';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';

import { addServiceOffering } from '../commands/add-service-offering.js';
import { moveServiceOffering } from '../commands/move-service-offering.js';
import { placeService } from '../commands/place-service.js';
import type { PartnersContext } from '../loaders/index.js';
import { ServiceAtPlacePayload, ServiceOfferingPayload } from '../schema/payload-types.js';
import {
  AddServiceOfferingInput,
  MoveServiceOfferingInput,
  PlaceServiceInput,
} from '../schema/service-offering-inputs.js';

@Resolver()
export class ServiceOfferingMutations {
  @Mutation(() => ServiceOfferingPayload, {
    description: '添加服务项目\nEnters a service of a partner of your district.',
  })
  addServiceOffering(
    @Arg('input', () => AddServiceOfferingInput, { description: 'The service.' })
    input: AddServiceOfferingInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => addServiceOffering(context.commandParts, input),
      (written) => serviceOfferingAfter(context, written),
    );
  }

  @Mutation(() => ServiceOfferingPayload, {
    description: '变更服务项目状态\nSays whether a service can be had.',
  })
  moveServiceOffering(
    @Arg('input', () => MoveServiceOfferingInput, { description: 'Which, and where to.' })
    input: MoveServiceOfferingInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => moveServiceOffering(context.commandParts, input),
      (written) => serviceOfferingAfter(context, written),
    );
  }

  @Mutation(() => ServiceAtPlacePayload, {
    description: '设置服务点\nOffers a service at a community or a facility.',
  })
  placeService(
    @Arg('input', () => PlaceServiceInput, { description: 'Which, and where.' })
    input: PlaceServiceInput,
    @Ctx() context: PartnersContext,
  ) {
    return answerWrite(
      context,
      () => placeService(context.commandParts, input),
      (written) => serviceAtPlaceAfter(context, written),
    );
  }
}

// Read after the commit, so that the payload shows what others see too.

const serviceOfferingAfter = async (
  { load }: PartnersContext,
  { id }: { readonly id: string },
) => ({
  serviceOffering: await load.offeringById.load(id),
});

const serviceAtPlaceAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  serviceAtPlace: await load.placeById.load(id),
});
