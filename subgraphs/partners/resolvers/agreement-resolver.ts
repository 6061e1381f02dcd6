import {
  byId,
  connectionOf,
  IdArgs,
  PageArgs,
  parseId,
  provenanceOf,
  refuseUnknown,
  transitionsOf,
} from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import { duesOfAgreement, type AgreementRow } from '../loaders/agreement-by-id.js';
import type { PartnersContext } from '../loaders/index.js';
import { seesInternalOf } from '../rules/may-read.js';
import { Agreement } from '../schema/agreement.js';
import { periodValue } from './period-value.js';

@Resolver(() => Agreement)
export class AgreementResolver {
  @Query(() => Agreement, {
    nullable: true,
    description: '按编号查合作协议\nAn agreement by its id. Error NOT_FOUND for an unknown id.',
  })
  async agreement(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: PartnersContext) {
    const known = await load.agreementById.load(parseId('Agreement', id));
    return known ?? refuseUnknown('Agreement', id);
  }

  @FieldResolver()
  membership(@Root() { membershipId }: AgreementRow, @Ctx() { load }: PartnersContext) {
    return load.membershipById.load(membershipId);
  }

  @FieldResolver()
  counterparty(@Root() { counterpartyId }: AgreementRow) {
    return byId(counterpartyId);
  }

  @FieldResolver()
  community(@Root() { communityId }: AgreementRow) {
    return byId(communityId);
  }

  @FieldResolver()
  period(@Root() { periodFrom, periodTo }: AgreementRow) {
    return periodValue(periodFrom, periodTo);
  }

  @FieldResolver()
  purchaseFen(@Root() agreement: AgreementRow, @Ctx() { viewer }: PartnersContext) {
    return seesInternalOf(viewer, agreement) ? agreement.internalPurchaseFen : null;
  }

  @FieldResolver()
  fundingSplitBps(@Root() agreement: AgreementRow, @Ctx() { viewer }: PartnersContext) {
    const { splitCommunityBps, splitPartnerBps, splitOtherBps } = agreement;
    if (!seesInternalOf(viewer, agreement) || splitCommunityBps === null) return null;
    return { community: splitCommunityBps, partner: splitPartnerBps, other: splitOtherBps };
  }

  @FieldResolver()
  spaceGrant(@Root() { spaceFacilityId, spaceFeeTier, spaceFeeFen }: AgreementRow) {
    const facility = byId(spaceFacilityId);
    return facility && { facility, feeTier: spaceFeeTier, feeFen: spaceFeeFen };
  }

  @FieldResolver()
  beneficiaryAccount(@Root() agreement: AgreementRow) {
    const { beneficiaryKind, beneficiaryFundId, beneficiaryOrganisationId } = agreement;
    if (beneficiaryKind === null) return null;
    return {
      kind: beneficiaryKind,
      fund: byId(beneficiaryFundId),
      organisation: byId(beneficiaryOrganisationId),
    };
  }

  @FieldResolver()
  async revenueShareDues(
    @Root() { id }: AgreementRow,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { pages }: PartnersContext,
  ) {
    return connectionOf(await pages.load(duesOfAgreement, id, page));
  }

  @FieldResolver()
  transitions(@Root() { id }: AgreementRow, @Ctx() { base }: PartnersContext) {
    return transitionsOf(base, 'Agreement', id);
  }

  @FieldResolver()
  provenance(@Root() { id }: AgreementRow, @Ctx() { base }: PartnersContext) {
    return provenanceOf(base, 'Agreement', id);
  }
}
