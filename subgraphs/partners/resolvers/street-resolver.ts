import { connectionOf } from '@linju/kit';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { PartnersContext } from '../loaders/index.js';
import { needsOfStreet } from '../loaders/need-item-by-id.js';
import { partnersOfStreet } from '../loaders/partners-of-place.js';
import { NeedsOfPlaceArgs, PartnersOfPlaceArgs } from '../schema/list-args.js';
import { Street } from '../schema/street.js';
import { needFilterOf, partnerFilterOf } from './list-filters.js';

@Resolver(() => Street)
export class StreetResolver {
  @FieldResolver()
  async partners(
    @Root() { code }: Street,
    @Args(() => PartnersOfPlaceArgs) { filter, orderBy, ...page }: PartnersOfPlaceArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    const list = partnersOfStreet[orderBy ?? 'NAME'];
    return connectionOf(await pages.load(list, code, page, partnerFilterOf(filter)));
  }

  @FieldResolver()
  async needs(
    @Root() { code }: Street,
    @Args(() => NeedsOfPlaceArgs) { filter, orderBy, ...page }: NeedsOfPlaceArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    const list = needsOfStreet[orderBy ?? 'NEWEST'];
    return connectionOf(await pages.load(list, code, page, needFilterOf(filter)));
  }
}
