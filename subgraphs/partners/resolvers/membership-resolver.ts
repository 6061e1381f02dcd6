import { byId, IdArgs, parseId, provenanceOf, refuseUnknown, transitionsOf } from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { PartnersContext } from '../loaders/index.js';
import type { MembershipRow } from '../loaders/membership-by-id.js';
import { candidacyYear } from '../rules/candidacy-year.js';
import { seesAward } from '../rules/may-read.js';
import { CandidacyArgs } from '../schema/list-args.js';
import { Membership } from '../schema/membership.js';

@Resolver(() => Membership)
export class MembershipResolver {
  @Query(() => Membership, {
    nullable: true,
    description: '按编号查合伙人资格\nA membership by its id. Error NOT_FOUND for an unknown id.',
  })
  async membership(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: PartnersContext) {
    const known = await load.membershipById.load(parseId('Membership', id));
    return known ?? refuseUnknown('Membership', id);
  }

  @FieldResolver()
  partner(@Root() { partnerId }: MembershipRow, @Ctx() { load }: PartnersContext) {
    return load.partnerById.load(partnerId);
  }

  @FieldResolver()
  scheme(@Root() { schemeId }: MembershipRow, @Ctx() { load }: PartnersContext) {
    return load.partnerSchemeById.load(schemeId);
  }

  @FieldResolver()
  admittedBy(@Root() { admittedById }: MembershipRow) {
    return byId(admittedById);
  }

  @FieldResolver()
  transitions(@Root() { id }: MembershipRow, @Ctx() { base }: PartnersContext) {
    return transitionsOf(base, 'Membership', id);
  }

  @FieldResolver()
  agreements(@Root() { id }: MembershipRow, @Ctx() { load }: PartnersContext) {
    return load.agreementsOfMembership.load(id);
  }

  @FieldResolver()
  evaluations(@Root() { id }: MembershipRow, @Ctx() { load }: PartnersContext) {
    return load.evaluationsOfMembership.load(id);
  }

  @FieldResolver()
  async awards(@Root() { id }: MembershipRow, @Ctx() { load, viewer }: PartnersContext) {
    const awards = await load.awardsOfMembership.load(id);
    return awards.filter((award) => seesAward(viewer, award));
  }

  // The key only: what it is made of is known once other subgraphs have added their part.
  @FieldResolver()
  awardCandidacy(
    @Root() { id, partnerId }: MembershipRow,
    @Args(() => CandidacyArgs) { year, asOf = null }: CandidacyArgs,
    @Ctx() { clock }: PartnersContext,
  ) {
    candidacyYear(year, asOf, clock.now());
    return { membershipId: id, partnerId, year, asOf };
  }

  @FieldResolver()
  provenance(@Root() { id }: MembershipRow, @Ctx() { base }: PartnersContext) {
    return provenanceOf(base, 'Membership', id);
  }
}
