import {
  adminLevelOf,
  byCode,
  byId,
  connectionOf,
  connectionOfArea,
  IdArgs,
  parseId,
  provenanceOf,
  refuse,
  refuseUnknown,
  reportedFiguresOf,
} from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { awardsOfScheme } from '../loaders/award-by-id.js';
import type { PartnersContext } from '../loaders/index.js';
import { membershipsOfScheme } from '../loaders/membership-by-id.js';
import {
  allSchemes,
  schemesOfCity,
  schemesOfDistrict,
  type PartnerSchemeRow,
} from '../loaders/partner-scheme-by-id.js';
import { PartnerSchemeConnection } from '../schema/connections.js';
import { AreaArgs, AwardsArgs, MembershipsArgs } from '../schema/list-args.js';
import { PartnerScheme } from '../schema/partner-scheme.js';

@Resolver(() => PartnerScheme)
export class PartnerSchemeResolver {
  @Query(() => PartnerScheme, {
    nullable: true,
    description:
      '按编号查合伙人计划\nA partner scheme by its id. Error NOT_FOUND for an unknown id.',
  })
  async partnerScheme(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: PartnersContext) {
    const known = await load.partnerSchemeById.load(parseId('PartnerScheme', id));
    return known ?? refuseUnknown('PartnerScheme', id);
  }

  @Query(() => PartnerSchemeConnection, {
    nullable: true,
    description: '合伙人计划列表\nPartner schemes by name, of a city or district or of all.',
  })
  async partnerSchemes(
    @Args(() => AreaArgs) { area, ...page }: AreaArgs,
    @Ctx() context: PartnersContext,
  ) {
    return connectionOfArea(context, listOf(area), { area, ...page });
  }

  @FieldResolver()
  sponsor(@Root() { sponsorId }: PartnerSchemeRow) {
    return byId(sponsorId);
  }

  @FieldResolver()
  city(@Root() { cityCode }: PartnerSchemeRow) {
    return byCode(cityCode);
  }

  @FieldResolver()
  district(@Root() { districtCode }: PartnerSchemeRow) {
    return byCode(districtCode);
  }

  @FieldResolver()
  policy(@Root() { policyId }: PartnerSchemeRow) {
    return byId(policyId);
  }

  @FieldResolver()
  awardRule(@Root() scheme: PartnerSchemeRow) {
    const { awardTitle, awardMinFen, awardMaxFen, awardPerYear } = scheme;
    if (awardTitle === null) return null;
    return { title: awardTitle, minFen: awardMinFen, maxFen: awardMaxFen, perYear: awardPerYear };
  }

  @FieldResolver()
  async memberships(
    @Root() { id }: PartnerSchemeRow,
    @Args(() => MembershipsArgs) { state = null, ...page }: MembershipsArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    return connectionOf(await pages.load(membershipsOfScheme, id, page, { state }));
  }

  @FieldResolver()
  async awards(
    @Root() { id }: PartnerSchemeRow,
    @Args(() => AwardsArgs) { year = null, ...page }: AwardsArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    return connectionOf(await pages.load(awardsOfScheme, id, page, { year }));
  }

  @FieldResolver()
  reportedFigures(@Root() { id }: PartnerSchemeRow, @Ctx() { base }: PartnersContext) {
    return reportedFiguresOf(base, 'PartnerScheme', id);
  }

  @FieldResolver()
  provenance(@Root() { id }: PartnerSchemeRow, @Ctx() { base }: PartnersContext) {
    return provenanceOf(base, 'PartnerScheme', id);
  }
}

function listOf(area: string | null | undefined) {
  if (!area) return allSchemes;
  const level = adminLevelOf(area);
  if (level === 'CITY') return schemesOfCity;
  if (level === 'DISTRICT') return schemesOfDistrict;
  return refuse('BAD_USER_INPUT', {
    field: 'area',
    message: 'A scheme is of a city or a district. Ask with one of their codes, of six digits.',
  });
}
