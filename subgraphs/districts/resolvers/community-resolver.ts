import {
  connectionOf,
  IdArgs,
  parseId,
  provenanceOf,
  refuseUnknown,
  reportedFiguresOf,
} from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { communitiesList, type CommunityRow } from '../loaders/community-by-id.js';
import { facilitiesOfCommunityList } from '../loaders/facility-by-id.js';
import type { DistrictsContext } from '../loaders/index.js';
import { Community } from '../schema/community.js';
import { CommunityConnection } from '../schema/connections.js';
import { AreaPageArgs, KindArgs } from '../schema/list-args.js';
import { requireAreaByCode } from './area-by-any-code.js';

@Resolver(() => Community)
export class CommunityResolver {
  @Query(() => Community, {
    nullable: true,
    description: '按编号查社区\nA community by its id. Error NOT_FOUND for an unknown id.',
  })
  async community(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: DistrictsContext) {
    const known = await load.communityById.load(parseId('Community', id));
    return known ?? refuseUnknown('Community', id);
  }

  @Query(() => CommunityConnection, {
    nullable: true,
    description:
      '某区域的社区\nThe communities known in an area, by name. Error NOT_FOUND for an unknown area.',
  })
  async communities(
    @Args(() => AreaPageArgs) { area, ...page }: AreaPageArgs,
    @Ctx() { load, pages }: DistrictsContext,
  ) {
    const known = requireAreaByCode(load, area, 'area');
    const [listed] = await Promise.all([pages.load(communitiesList, area, page), known]);
    return connectionOf(listed);
  }

  @FieldResolver()
  street(@Root() { streetCode }: CommunityRow, @Ctx() { load }: DistrictsContext) {
    return streetCode === null ? null : load.streetByCode.load(streetCode);
  }

  @FieldResolver()
  district(@Root() { districtCode }: CommunityRow, @Ctx() { load }: DistrictsContext) {
    return load.districtByCode.load(districtCode);
  }

  @FieldResolver()
  estates(@Root() { id }: CommunityRow, @Ctx() { load }: DistrictsContext) {
    return load.estatesOfCommunity.load(id);
  }

  @FieldResolver()
  grids(@Root() { id }: CommunityRow, @Ctx() { load }: DistrictsContext) {
    return load.gridsOfCommunity.load(id);
  }

  @FieldResolver()
  async facilities(
    @Root() { id }: CommunityRow,
    @Args(() => KindArgs) { kind = null, ...page }: KindArgs,
    @Ctx() { pages }: DistrictsContext,
  ) {
    return connectionOf(await pages.load(facilitiesOfCommunityList, id, page, { kind }));
  }

  @FieldResolver()
  reportedFigures(@Root() { id }: CommunityRow, @Ctx() { base }: DistrictsContext) {
    return reportedFiguresOf(base, 'Community', id);
  }

  @FieldResolver()
  provenance(@Root() { id }: CommunityRow, @Ctx() { base }: DistrictsContext) {
    return provenanceOf(base, 'Community', id);
  }
}
