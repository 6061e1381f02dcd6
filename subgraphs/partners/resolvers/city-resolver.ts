import { PageArgs, connectionOf } from '@linju/kit';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { PartnersContext } from '../loaders/index.js';
import { needsOfCity } from '../loaders/need-item-by-id.js';
import { schemesOfCity } from '../loaders/partner-scheme-by-id.js';
import { partnersOfCity } from '../loaders/partners-of-place.js';
import { City } from '../schema/city.js';
import { NeedsOfPlaceArgs, PartnersOfPlaceArgs } from '../schema/list-args.js';
import { needFilterOf, partnerFilterOf } from './list-filters.js';

@Resolver(() => City)
export class CityResolver {
  @FieldResolver()
  async partnerSchemes(
    @Root() { code }: City,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    return connectionOf(await pages.load(schemesOfCity, code, page));
  }

  @FieldResolver()
  async partners(
    @Root() { code }: City,
    @Args(() => PartnersOfPlaceArgs) { filter, orderBy, ...page }: PartnersOfPlaceArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    const list = partnersOfCity[orderBy ?? 'NAME'];
    return connectionOf(await pages.load(list, code, page, partnerFilterOf(filter)));
  }

  @FieldResolver()
  async needs(
    @Root() { code }: City,
    @Args(() => NeedsOfPlaceArgs) { filter, orderBy, ...page }: NeedsOfPlaceArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    const list = needsOfCity[orderBy ?? 'NEWEST'];
    return connectionOf(await pages.load(list, code, page, needFilterOf(filter)));
  }
}
