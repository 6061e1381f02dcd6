import {
  connectionOf,
  IdArgs,
  parseId,
  provenanceOf,
  refuseUnknown,
  reportedFiguresOf,
  transitionsOf,
} from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { facilitiesList, type FacilityRow } from '../loaders/facility-by-id.js';
import type { DistrictsContext } from '../loaders/index.js';
import { FacilityConnection } from '../schema/connections.js';
import { Facility } from '../schema/facility.js';
import { FacilitiesArgs } from '../schema/list-args.js';
import { requireAreaByCode } from './area-by-any-code.js';

@Resolver(() => Facility)
export class FacilityResolver {
  @Query(() => Facility, {
    nullable: true,
    description: '按编号查设施\nA facility by its id. Error NOT_FOUND for an unknown id.',
  })
  async facility(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: DistrictsContext) {
    const known = await load.facilityById.load(parseId('Facility', id));
    return known ?? refuseUnknown('Facility', id);
  }

  @Query(() => FacilityConnection, {
    nullable: true,
    description:
      '某区域的设施\nThe facilities known in an area, by name. Error NOT_FOUND for an unknown area.',
  })
  async facilities(
    @Args(() => FacilitiesArgs) { area, kind = null, ...page }: FacilitiesArgs,
    @Ctx() { load, pages }: DistrictsContext,
  ) {
    const known = requireAreaByCode(load, area, 'area');
    const [listed] = await Promise.all([pages.load(facilitiesList, area, page, { kind }), known]);
    return connectionOf(listed);
  }

  @FieldResolver()
  district(@Root() { districtCode }: FacilityRow, @Ctx() { load }: DistrictsContext) {
    return load.districtByCode.load(districtCode);
  }

  @FieldResolver()
  street(@Root() { streetCode }: FacilityRow, @Ctx() { load }: DistrictsContext) {
    return streetCode === null ? null : load.streetByCode.load(streetCode);
  }

  @FieldResolver()
  community(@Root() { communityId }: FacilityRow, @Ctx() { load }: DistrictsContext) {
    return communityId === null ? null : load.communityById.load(communityId);
  }

  @FieldResolver()
  operator(@Root() { operatorId }: FacilityRow, @Ctx() { load }: DistrictsContext) {
    return operatorId === null ? null : load.organisationById.load(operatorId);
  }

  @FieldResolver()
  owner(@Root() { ownerId }: FacilityRow, @Ctx() { load }: DistrictsContext) {
    return ownerId === null ? null : load.organisationById.load(ownerId);
  }

  @FieldResolver()
  network(@Root() { networkId }: FacilityRow, @Ctx() { load }: DistrictsContext) {
    return networkId === null ? null : load.facilityById.load(networkId);
  }

  @FieldResolver()
  networkMembers(@Root() { id }: FacilityRow, @Ctx() { load }: DistrictsContext) {
    return load.membersOfNetwork.load(id);
  }

  @FieldResolver()
  transitions(@Root() { id }: FacilityRow, @Ctx() { base }: DistrictsContext) {
    return transitionsOf(base, 'Facility', id);
  }

  @FieldResolver()
  reportedFigures(@Root() { id }: FacilityRow, @Ctx() { base }: DistrictsContext) {
    return reportedFiguresOf(base, 'Facility', id);
  }

  @FieldResolver()
  provenance(@Root() { id }: FacilityRow, @Ctx() { base }: DistrictsContext) {
    return provenanceOf(base, 'Facility', id);
  }
}
