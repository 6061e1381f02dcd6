import {
  byCode,
  byId,
  connectionOfArea,
  IdArgs,
  parseId,
  provenanceOf,
  refuseUnknown,
  transitionsOf,
} from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import {
  allDistributions,
  distributionsOfArea,
  type DistributionRow,
} from '../loaders/distribution-by-id.js';
import type { PartnersContext } from '../loaders/index.js';
import { shownRecipients } from '../rules/recipients.js';
import { DistributionConnection } from '../schema/connections.js';
import { Distribution } from '../schema/distribution.js';
import { AreaArgs } from '../schema/list-args.js';

@Resolver(() => Distribution)
export class DistributionResolver {
  @Query(() => Distribution, {
    nullable: true,
    description: '按编号查物资发放\nA distribution by its id. Error NOT_FOUND for an unknown id.',
  })
  async distribution(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: PartnersContext) {
    const known = await load.distributionById.load(parseId('Distribution', id));
    return known ?? refuseUnknown('Distribution', id);
  }

  @Query(() => DistributionConnection, {
    nullable: true,
    description: '物资发放列表\nDistributions by programme, of a city or district or of all.',
  })
  async distributions(
    @Args(() => AreaArgs) { area, ...page }: AreaArgs,
    @Ctx() context: PartnersContext,
  ) {
    const list = area ? distributionsOfArea : allDistributions;
    return connectionOfArea(context, list, { area, ...page });
  }

  @FieldResolver()
  district(@Root() { districtCode }: DistributionRow) {
    return byCode(districtCode);
  }

  @FieldResolver()
  street(@Root() { streetCode }: DistributionRow) {
    return byCode(streetCode);
  }

  @FieldResolver()
  community(@Root() { communityId }: DistributionRow) {
    return byId(communityId);
  }

  @FieldResolver()
  facility(@Root() { facilityId }: DistributionRow) {
    return byId(facilityId);
  }

  @FieldResolver()
  partner(@Root() { partnerId }: DistributionRow, @Ctx() { load }: PartnersContext) {
    return partnerId === null ? null : load.partnerById.load(partnerId);
  }

  @FieldResolver()
  recipients(@Root() distribution: DistributionRow, @Ctx() { viewer }: PartnersContext) {
    return shownRecipients(viewer, storedOf(distribution)).quantity;
  }

  @FieldResolver()
  recipientsReasonIfNull(
    @Root() distribution: DistributionRow,
    @Ctx() { viewer }: PartnersContext,
  ) {
    return shownRecipients(viewer, storedOf(distribution)).reasonIfNull;
  }

  @FieldResolver()
  transitions(@Root() { id }: DistributionRow, @Ctx() { base }: PartnersContext) {
    return transitionsOf(base, 'Distribution', id);
  }

  @FieldResolver()
  provenance(@Root() { id }: DistributionRow, @Ctx() { base }: PartnersContext) {
    return provenanceOf(base, 'Distribution', id);
  }
}

const storedOf = ({ storedRecipients, ...row }: DistributionRow) => ({
  ...row,
  recipients: storedRecipients,
});
