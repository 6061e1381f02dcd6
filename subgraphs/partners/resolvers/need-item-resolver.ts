import {
  adminLevelOf,
  byCode,
  byId,
  connectionOf,
  connectionOfArea,
  IdArgs,
  parseId,
  provenanceOf,
  refuseUnknown,
  transitionsOf,
} from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { candidatesOfNeed } from '../loaders/candidates-of-need.js';
import type { PartnersContext } from '../loaders/index.js';
import {
  allNeeds,
  needsOfCity,
  needsOfDistrict,
  needsOfStreet,
  type NeedItemRow,
} from '../loaders/need-item-by-id.js';
import { NeedItemConnection } from '../schema/connections.js';
import { CandidatesArgs, NeedsArgs } from '../schema/list-args.js';
import { NeedItem } from '../schema/need-item.js';
import { needFilterOf } from './list-filters.js';

const listOfLevel = {
  CITY: needsOfCity,
  DISTRICT: needsOfDistrict,
  STREET: needsOfStreet,
} as const;

@Resolver(() => NeedItem)
export class NeedItemResolver {
  @Query(() => NeedItem, {
    nullable: true,
    description: '按编号查需求\nA need by its id. Error NOT_FOUND for an unknown id.',
  })
  async needItem(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: PartnersContext) {
    return (await load.needItemById.load(parseId('NeedItem', id))) ?? refuseUnknown('NeedItem', id);
  }

  @Query(() => NeedItemConnection, {
    nullable: true,
    description: '需求清单\nNeeds, of an area or of all areas.',
  })
  async needs(
    @Args(() => NeedsArgs) { area, filter, orderBy, ...page }: NeedsArgs,
    @Ctx() context: PartnersContext,
  ) {
    const lists = area ? listOfLevel[adminLevelOf(area)] : allNeeds;
    const list = lists[orderBy ?? 'NEWEST'];
    return connectionOfArea(context, list, { area, ...page }, needFilterOf(filter));
  }

  @FieldResolver()
  district(@Root() { districtCode }: NeedItemRow) {
    return byCode(districtCode);
  }

  @FieldResolver()
  street(@Root() { streetCode }: NeedItemRow) {
    return byCode(streetCode);
  }

  @FieldResolver()
  community(@Root() { communityId }: NeedItemRow) {
    return byId(communityId);
  }

  @FieldResolver()
  sourceRequest(@Root() { sourceRequestId }: NeedItemRow) {
    return byId(sourceRequestId);
  }

  @FieldResolver()
  matches(@Root() { id }: NeedItemRow, @Ctx() { load }: PartnersContext) {
    return load.matchesOfNeed.load(id);
  }

  @FieldResolver()
  async candidates(
    @Root() { id, districtCode }: NeedItemRow,
    @Args(() => CandidatesArgs) { districts = null, ...page }: CandidatesArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    const found = await pages.load(candidatesOfNeed, id, page, { districts });
    const rows = found.rows.map((offering) => ({
      offering,
      crossDistrict: offering.districtCode !== districtCode,
    }));
    return connectionOf({ ...found, rows });
  }

  @FieldResolver()
  transitions(@Root() { id }: NeedItemRow, @Ctx() { base }: PartnersContext) {
    return transitionsOf(base, 'NeedItem', id);
  }

  @FieldResolver()
  provenance(@Root() { id }: NeedItemRow, @Ctx() { base }: PartnersContext) {
    return provenanceOf(base, 'NeedItem', id);
  }
}
