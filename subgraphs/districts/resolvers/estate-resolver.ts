import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { DistrictsContext } from '../loaders/index.js';
import { Estate } from '../schema/community.js';

interface EstateRow {
  readonly communityId: string;
  readonly propertyFirmId: string | null;
  readonly committeeMembers: number | null;
  readonly committeePartyMembers: number | null;
}

@Resolver(() => Estate)
export class EstateResolver {
  @FieldResolver()
  community(@Root() { communityId }: EstateRow, @Ctx() { load }: DistrictsContext) {
    return load.communityById.load(communityId);
  }

  @FieldResolver()
  propertyFirm(@Root() { propertyFirmId }: EstateRow, @Ctx() { load }: DistrictsContext) {
    return propertyFirmId === null ? null : load.organisationById.load(propertyFirmId);
  }

  @FieldResolver()
  ownersCommittee(@Root() { committeeMembers, committeePartyMembers }: EstateRow) {
    if (committeeMembers === null && committeePartyMembers === null) return null;
    return { members: committeeMembers, partyMembers: committeePartyMembers };
  }
}
