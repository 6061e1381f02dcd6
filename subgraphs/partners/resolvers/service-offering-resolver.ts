import {
  byId,
  connectionOfArea,
  IdArgs,
  parseId,
  provenanceOf,
  refuseUnknown,
  transitionsOf,
} from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { PartnersContext } from '../loaders/index.js';
import {
  allOfferings,
  offeringsOfArea,
  type ServiceOfferingRow,
} from '../loaders/service-offering-by-id.js';
import { ServiceOfferingConnection } from '../schema/connections.js';
import { ServiceOfferingsArgs } from '../schema/list-args.js';
import { ServiceOffering } from '../schema/service-offering.js';
import { offeringFilterOf } from './list-filters.js';

@Resolver(() => ServiceOffering)
export class ServiceOfferingResolver {
  @Query(() => ServiceOffering, {
    nullable: true,
    description: '按编号查服务项目\nA service by its id. Error NOT_FOUND for an unknown id.',
  })
  async serviceOffering(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: PartnersContext) {
    const known = await load.serviceOfferingById.load(parseId('ServiceOffering', id));
    return known ?? refuseUnknown('ServiceOffering', id);
  }

  @Query(() => ServiceOfferingConnection, {
    nullable: true,
    description: '服务项目列表\nServices that partners offer, of an area or of all areas.',
  })
  async serviceOfferings(
    @Args(() => ServiceOfferingsArgs) { area, filter, orderBy, ...page }: ServiceOfferingsArgs,
    @Ctx() context: PartnersContext,
  ) {
    const list = (area ? offeringsOfArea : allOfferings)[orderBy ?? 'NAME'];
    return connectionOfArea(context, list, { area, ...page }, offeringFilterOf(filter));
  }

  @FieldResolver()
  partner(@Root() { partnerId }: ServiceOfferingRow, @Ctx() { load }: PartnersContext) {
    return load.partnerById.load(partnerId);
  }

  @FieldResolver()
  verifiedBy(@Root() { verifiedById }: ServiceOfferingRow) {
    return byId(verifiedById);
  }

  @FieldResolver()
  places(@Root() { id }: ServiceOfferingRow, @Ctx() { load }: PartnersContext) {
    return load.placesOfOffering.load(id);
  }

  @FieldResolver()
  transitions(@Root() { id }: ServiceOfferingRow, @Ctx() { base }: PartnersContext) {
    return transitionsOf(base, 'ServiceOffering', id);
  }

  @FieldResolver()
  provenance(@Root() { id }: ServiceOfferingRow, @Ctx() { base }: PartnersContext) {
    return provenanceOf(base, 'ServiceOffering', id);
  }
}
