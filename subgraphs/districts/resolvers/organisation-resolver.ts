import {
  checkOptionalText,
  connectionOf,
  IdArgs,
  parseId,
  provenanceOf,
  refuseUnknown,
} from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { DistrictsContext } from '../loaders/index.js';
import { organisationsList, type OrganisationRow } from '../loaders/organisation-by-id.js';
import { requireSeat } from '../rules/seat.js';
import { parseUscc } from '../rules/uscc.js';
import { OrganisationConnection } from '../schema/connections.js';
import { OrganisationsArgs } from '../schema/list-args.js';
import { Organisation } from '../schema/organisation.js';
import { requireAreaByCode } from './area-by-any-code.js';

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
    { kind = null, seat = null, named = null, uscc = null, ...page }: OrganisationsArgs,
    @Ctx() { load, pages }: DistrictsContext,
  ) {
    const filter = {
      kind,
      seat: seat === null ? null : requireSeat(seat),
      named: checkOptionalText('named', named, { lengthMax: 50 }),
      uscc: uscc === null ? null : parseUscc(uscc),
    };
    const known = seat === null ? null : requireAreaByCode(load, seat, 'seat');
    const [listed] = await Promise.all([pages.load(organisationsList, '', page, filter), known]);
    return connectionOf(listed);
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
