import { IdArgs, parseId, provenanceOf, refuseUnknown } from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { EstateRow } from '../loaders/estate-by-id.js';
import type { DistrictsContext } from '../loaders/index.js';
import { ownersCommitteeFor } from '../rules/owners-committee.js';
import { Estate } from '../schema/estate.js';

@Resolver(() => Estate)
export class EstateResolver {
  @Query(() => Estate, {
    nullable: true,
    description: '按编号查小区\nAn estate by its id. Error NOT_FOUND for an unknown id.',
  })
  async estate(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: DistrictsContext) {
    return (await load.estateById.load(parseId('Estate', id))) ?? refuseUnknown('Estate', id);
  }

  @FieldResolver()
  community(@Root() { communityId }: EstateRow, @Ctx() { load }: DistrictsContext) {
    return load.communityById.load(communityId);
  }

  @FieldResolver()
  propertyFirm(@Root() { propertyFirmId }: EstateRow, @Ctx() { load }: DistrictsContext) {
    return propertyFirmId === null ? null : load.organisationById.load(propertyFirmId);
  }

  @FieldResolver()
  ownersCommittee(
    @Root() { districtCode, committeeMembers, committeePartyMembers }: EstateRow,
    @Ctx() { viewer }: DistrictsContext,
  ) {
    const stated = { members: committeeMembers, partyMembers: committeePartyMembers };
    return ownersCommitteeFor(viewer, districtCode, stated);
  }

  @FieldResolver()
  provenance(@Root() { id }: EstateRow, @Ctx() { base }: DistrictsContext) {
    return provenanceOf(base, 'Estate', id);
  }
}
