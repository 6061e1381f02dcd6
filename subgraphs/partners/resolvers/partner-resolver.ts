import {
  adminLevelOf,
  byCode,
  byId,
  connectionOf,
  connectionOfArea,
  IdArgs,
  PageArgs,
  parseId,
  provenanceOf,
  refuseUnknown,
} from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { PartnersContext } from '../loaders/index.js';
import { matchesOfPartner } from '../loaders/need-item-by-id.js';
import type { PartnerRow } from '../loaders/partner-by-id.js';
import {
  allPartners,
  partnersOfCity,
  partnersOfDistrict,
  partnersOfStreet,
} from '../loaders/partners-of-place.js';
import { maskContact } from '../rules/contact.js';
import { personalViewOf } from '../rules/may-read.js';
import { PartnerConnection } from '../schema/connections.js';
import { PartnersArgs } from '../schema/list-args.js';
import { Partner } from '../schema/partner.js';
import { partnerFilterOf } from './list-filters.js';

const listOfLevel = {
  CITY: partnersOfCity,
  DISTRICT: partnersOfDistrict,
  STREET: partnersOfStreet,
} as const;

@Resolver(() => Partner)
export class PartnerResolver {
  @Query(() => Partner, {
    nullable: true,
    description:
      '按编号查合伙人\nA partner by its id; the id of a merged one gives the survivor. Error NOT_FOUND for an unknown id.',
  })
  async partner(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: PartnersContext) {
    return (await load.partnerById.load(parseId('Partner', id))) ?? refuseUnknown('Partner', id);
  }

  @Query(() => PartnerConnection, {
    nullable: true,
    description: '合伙人列表\nPartners, of an area or of all areas.',
  })
  async partners(
    @Args(() => PartnersArgs) { area, filter, orderBy, ...page }: PartnersArgs,
    @Ctx() context: PartnersContext,
  ) {
    const lists = area ? listOfLevel[adminLevelOf(area)] : allPartners;
    const list = lists[orderBy ?? 'NAME'];
    return connectionOfArea(context, list, { area, ...page }, partnerFilterOf(filter));
  }

  @FieldResolver()
  organisation(@Root() { organisationId }: PartnerRow) {
    return byId(organisationId);
  }

  @FieldResolver()
  async individualProfile(
    @Root() { id, type, districtCode }: PartnerRow,
    @Ctx() { load, viewer }: PartnersContext,
  ) {
    const view = personalViewOf(viewer, { districtCode, partnerId: id });
    if (type !== 'INDIVIDUAL' || view === 'NONE') return null;
    const profile = await load.profileOfPartner.load(id);
    return profile && view === 'MASKED' ? maskContact(profile) : profile;
  }

  @FieldResolver()
  city(@Root() { cityCode }: PartnerRow) {
    return byCode(cityCode);
  }

  @FieldResolver()
  district(@Root() { districtCode }: PartnerRow) {
    return byCode(districtCode);
  }

  @FieldResolver()
  street(@Root() { streetCode }: PartnerRow) {
    return byCode(streetCode);
  }

  @FieldResolver()
  community(@Root() { communityId }: PartnerRow) {
    return byId(communityId);
  }

  @FieldResolver()
  memberships(@Root() { id }: PartnerRow, @Ctx() { load }: PartnersContext) {
    return load.membershipsOfPartner.load(id);
  }

  @FieldResolver()
  offerings(@Root() { id }: PartnerRow, @Ctx() { load }: PartnersContext) {
    return load.offeringsOfPartner.load(id);
  }

  @FieldResolver()
  async premises(@Root() { id }: PartnerRow, @Ctx() { load }: PartnersContext) {
    const premises = await load.premisesOfPartner.load(id);
    return premises.map(({ facilityId }) => ({ id: facilityId }));
  }

  @FieldResolver()
  verifiedBy(@Root() { verifiedById }: PartnerRow) {
    return byId(verifiedById);
  }

  @FieldResolver()
  async matches(
    @Root() { id }: PartnerRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    return connectionOf(await pages.load(matchesOfPartner, id, page));
  }

  @FieldResolver()
  provenance(@Root() { id }: PartnerRow, @Ctx() { base }: PartnersContext) {
    return provenanceOf(base, 'Partner', id);
  }
}
