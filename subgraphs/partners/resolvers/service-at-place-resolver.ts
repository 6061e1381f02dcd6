import { byId } from '@linju/kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { PartnersContext } from '../loaders/index.js';
import type { ServiceAtPlaceRow } from '../loaders/service-offering-by-id.js';
import { ServiceAtPlace } from '../schema/service-offering.js';

@Resolver(() => ServiceAtPlace)
export class ServiceAtPlaceResolver {
  @FieldResolver()
  offering(@Root() { offeringId }: ServiceAtPlaceRow, @Ctx() { load }: PartnersContext) {
    return load.serviceOfferingById.load(offeringId);
  }

  @FieldResolver()
  community(@Root() { communityId }: ServiceAtPlaceRow) {
    return byId(communityId);
  }

  @FieldResolver()
  facility(@Root() { facilityId }: ServiceAtPlaceRow) {
    return byId(facilityId);
  }
}
