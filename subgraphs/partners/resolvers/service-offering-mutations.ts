import { mutation, mutations } from '@linju/kit';

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

const serviceOfferingAfter = async (
  { load }: PartnersContext,
  { id }: { readonly id: string },
) => ({
  serviceOffering: await load.serviceOfferingById.load(id),
});

const serviceAtPlaceAfter = async ({ load }: PartnersContext, { id }: { readonly id: string }) => ({
  serviceAtPlace: await load.serviceAtPlaceById.load(id),
});

/** The mutations of services. */
export const ServiceOfferingMutations = mutations(
  mutation({
    name: 'addServiceOffering',
    description: '添加服务项目\nEnters a service of a partner of your district.',
    input: AddServiceOfferingInput,
    payload: ServiceOfferingPayload,
    refusals: ['NOT_FOUND', 'CODE_RETIRED', 'RULE_VIOLATED', 'AMOUNT_REFUSED'],
    command: addServiceOffering,
    answer: serviceOfferingAfter,
  }),
  mutation({
    name: 'moveServiceOffering',
    description: '变更服务项目状态\nSays whether a service can be had.',
    input: MoveServiceOfferingInput,
    payload: ServiceOfferingPayload,
    refusals: ['NOT_FOUND', 'MOVE_NOT_ALLOWED'],
    command: moveServiceOffering,
    answer: serviceOfferingAfter,
  }),
  mutation({
    name: 'placeService',
    description: '设置服务点\nOffers a service at a community or a facility.',
    input: PlaceServiceInput,
    payload: ServiceAtPlacePayload,
    refusals: ['NOT_FOUND', 'CODE_RETIRED', 'RULE_VIOLATED'],
    command: placeService,
    answer: serviceAtPlaceAfter,
  }),
);
