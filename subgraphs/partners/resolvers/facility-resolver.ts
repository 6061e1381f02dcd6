import { connectionOf } from '@linju/kit';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { PartnersContext } from '../loaders/index.js';
import { partnersAtFacility } from '../loaders/partners-of-place.js';
import { Facility } from '../schema/facility.js';
import { PartnersOfPlaceArgs } from '../schema/list-args.js';
import { partnerFilterOf } from './list-filters.js';

@Resolver(() => Facility)
export class FacilityResolver {
  @FieldResolver()
  async hostedPartners(
    @Root() { id }: Facility,
    @Args(() => PartnersOfPlaceArgs) { filter, orderBy, ...page }: PartnersOfPlaceArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    const list = partnersAtFacility[orderBy ?? 'NAME'];
    return connectionOf(await pages.load(list, id, page, partnerFilterOf(filter)));
  }
}
