import { connectionOf, parseId, provenanceOf, refuseUnknown } from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { DistrictsContext } from '../loaders/index.js';
import { organisationsList } from '../loaders/organisation-by-id.js';
import { OrganisationConnection } from '../schema/connections.js';
import { IdArgs, OrganisationsArgs } from '../schema/list-args.js';
import { Organisation } from '../schema/organisation.js';

interface OrganisationRow {
  readonly id: string;
  readonly parentId: string | null;
  readonly seatDistrictCode: string | null;
}

@Resolver(() => Organisation)
export class OrganisationResolver {
  @Query(() => Organisation, {
    nullable: true,
    description: '按编号查组织\nAn organisation by its id. Error NOT_FOUND for an unknown id.',
  })
  async organisation(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: DistrictsContext) {
    const known = await load.organisationById.load(parseId('Organisation', id));
    return known ?? refuseUnknown('Organisation', id);
  }

  @Query(() => OrganisationConnection, {
    nullable: true,
    description: '组织列表\nOrganisations by name.',
  })
  async organisations(
    @Args(() => OrganisationsArgs)
    { kind = null, seat = null, named = null, ...page }: OrganisationsArgs,
    @Ctx() { pages }: DistrictsContext,
  ) {
    const seatPrefix = seat?.endsWith('00') ? seat.slice(0, 4) : seat;
    const filter = { kind, seat: seatPrefix, named };
    return connectionOf(await pages.load(organisationsList, '', page, filter));
  }

  @FieldResolver()
  async otherNames(@Root() { id }: OrganisationRow, @Ctx() { load }: DistrictsContext) {
    const names = await load.namesOfOrganisation.load(id);
    return names.map(({ name, validFrom, validTo }) => ({ name, from: validFrom, to: validTo }));
  }

  @FieldResolver()
  identifiers(@Root() { id }: OrganisationRow, @Ctx() { load }: DistrictsContext) {
    return load.identifiersOfOrganisation.load(id);
  }

  @FieldResolver()
  async enterpriseTier(@Root() { id }: OrganisationRow, @Ctx() { load }: DistrictsContext) {
    const tiers = await load.tiersOfOrganisation.load(id);
    return tiers.map(({ tier, since }) => ({ tier, from: since }));
  }

  @FieldResolver()
  parent(@Root() { parentId }: OrganisationRow, @Ctx() { load }: DistrictsContext) {
    return parentId === null ? null : load.organisationById.load(parentId);
  }

  @FieldResolver()
  seat(@Root() { seatDistrictCode }: OrganisationRow, @Ctx() { load }: DistrictsContext) {
    return seatDistrictCode === null ? null : load.districtByCode.load(seatDistrictCode);
  }

  @FieldResolver()
  provenance(@Root() { id }: OrganisationRow, @Ctx() { base }: DistrictsContext) {
    return provenanceOf(base, 'Organisation', id);
  }
}
