import { IdArgs, parseId, provenanceOf, refuseUnknown, transitionsOf } from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { FundsContext } from '../loaders/index.js';
import type { DonorVisibility } from '../rules/donor-visibility.js';
import { Pledge } from '../schema/pledge.js';
import { donorValue } from './donor-value.js';

interface PledgeRow {
  readonly id: string;
  readonly fundId: string;
  readonly districtCode: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly donorVisibility: DonorVisibility;
  readonly donorOrganisationId: string | null;
  readonly donorPartnerId: string | null;
  readonly donorName: string | null;
}

@Resolver(() => Pledge)
export class PledgeResolver {
  @Query(() => Pledge, {
    nullable: true,
    description: '按编号查认捐\nA pledge by its id. Error NOT_FOUND for an unknown id.',
  })
  async pledge(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: FundsContext) {
    return (await load.pledgeById.load(parseId('Pledge', id))) ?? refuseUnknown('Pledge', id);
  }

  @FieldResolver()
  fund(@Root() { fundId }: PledgeRow, @Ctx() { load }: FundsContext) {
    return load.fundById.load(fundId);
  }

  @FieldResolver()
  from(@Root() { validFrom }: PledgeRow) {
    return validFrom;
  }

  @FieldResolver()
  to(@Root() { validTo }: PledgeRow) {
    return validTo;
  }

  @FieldResolver()
  donor(@Root() pledge: PledgeRow, @Ctx() { viewer }: FundsContext) {
    return donorValue(viewer, pledge);
  }

  @FieldResolver()
  transitions(@Root() { id }: PledgeRow, @Ctx() { base }: FundsContext) {
    return transitionsOf(base, 'Pledge', id);
  }

  @FieldResolver()
  provenance(@Root() { id }: PledgeRow, @Ctx() { base }: FundsContext) {
    return provenanceOf(base, 'Pledge', id);
  }
}
