import { connectionOf, coverageOf, PageArgs, requirePeriod } from '@linju/kit';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { PartnersContext } from '../loaders/index.js';
import { needsOfDistrict } from '../loaders/need-item-by-id.js';
import { schemesOfDistrict } from '../loaders/partner-scheme-by-id.js';
import { partnersOfDistrict } from '../loaders/partners-of-place.js';
import { totalsKey } from '../loaders/totals-of-district.js';
import { shownTotals } from '../rules/shown-totals.js';
import { District } from '../schema/district.js';
import { NeedsOfPlaceArgs, PartnersOfPlaceArgs, TotalsArgs } from '../schema/list-args.js';
import { needFilterOf, partnerFilterOf } from './list-filters.js';

@Resolver(() => District)
export class DistrictResolver {
  @FieldResolver()
  async partnerSchemes(
    @Root() { code }: District,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    return connectionOf(await pages.load(schemesOfDistrict, code, page));
  }

  @FieldResolver()
  async partners(
    @Root() { code }: District,
    @Args(() => PartnersOfPlaceArgs) { filter, orderBy, ...page }: PartnersOfPlaceArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    const list = partnersOfDistrict[orderBy ?? 'NAME'];
    return connectionOf(await pages.load(list, code, page, partnerFilterOf(filter)));
  }

  @FieldResolver()
  async needs(
    @Root() { code }: District,
    @Args(() => NeedsOfPlaceArgs) { filter, orderBy, ...page }: NeedsOfPlaceArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    const list = needsOfDistrict[orderBy ?? 'NEWEST'];
    return connectionOf(await pages.load(list, code, page, needFilterOf(filter)));
  }

  @FieldResolver()
  async partnerTotals(
    @Root() { code }: District,
    @Args(() => TotalsArgs) { from = null, to = null }: TotalsArgs,
    @Ctx() { load, base }: PartnersContext,
  ) {
    requirePeriod('from', { from, to });
    const asked = totalsKey({ districtCode: code, from, to });
    const [counted, coverage] = await Promise.all([
      load.totalsOfDistrict.load(asked),
      coverageOf(base, code),
    ]);
    return counted && shownTotals(counted, coverage);
  }
}
