import { PageArgs, connectionOf } from '@linju/kit';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { distributionsOfCommunity } from '../loaders/distribution-by-id.js';
import type { PartnersContext } from '../loaders/index.js';
import { needsOfCommunity } from '../loaders/need-item-by-id.js';
import { projectsOfCommunity } from '../loaders/partner-project-by-id.js';
import { partnersOfCommunity } from '../loaders/partners-of-place.js';
import { resourcesOfCommunity } from '../loaders/resource-item-by-id.js';
import { Community } from '../schema/community.js';
import { NeedsOfPlaceArgs, PartnersOfPlaceArgs } from '../schema/list-args.js';
import { needFilterOf, partnerFilterOf } from './list-filters.js';

@Resolver(() => Community)
export class CommunityResolver {
  @FieldResolver()
  async partners(
    @Root() { id }: Community,
    @Args(() => PartnersOfPlaceArgs) { filter, orderBy, ...page }: PartnersOfPlaceArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    const list = partnersOfCommunity[orderBy ?? 'NAME'];
    return connectionOf(await pages.load(list, id, page, partnerFilterOf(filter)));
  }

  @FieldResolver()
  async needs(
    @Root() { id }: Community,
    @Args(() => NeedsOfPlaceArgs) { filter, orderBy, ...page }: NeedsOfPlaceArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    const list = needsOfCommunity[orderBy ?? 'NEWEST'];
    return connectionOf(await pages.load(list, id, page, needFilterOf(filter)));
  }

  @FieldResolver()
  async resourceItems(
    @Root() { id }: Community,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    return connectionOf(await pages.load(resourcesOfCommunity, id, page, { kind: null }));
  }

  @FieldResolver()
  async partnerProjects(
    @Root() { id }: Community,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    return connectionOf(await pages.load(projectsOfCommunity, id, page));
  }

  @FieldResolver()
  async distributions(
    @Root() { id }: Community,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    return connectionOf(await pages.load(distributionsOfCommunity, id, page));
  }
}
