import { CURRENCY, IdArgs, parseId, provenanceOf, refuseUnknown } from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { AwardRow } from '../loaders/award-by-id.js';
import type { PartnersContext } from '../loaders/index.js';
import { seesAward } from '../rules/may-read.js';
import { Award } from '../schema/award.js';

@Resolver(() => Award)
export class AwardResolver {
  @Query(() => Award, {
    nullable: true,
    description:
      '按编号查激励\nAn award by its id. Error NOT_FOUND for an unknown id, and for one that is not shown to you.',
  })
  async award(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load, viewer }: PartnersContext) {
    const known = await load.awardById.load(parseId('Award', id));
    return known && seesAward(viewer, known) ? known : refuseUnknown('Award', id);
  }

  @FieldResolver()
  membership(@Root() { membershipId }: AwardRow, @Ctx() { load }: PartnersContext) {
    return load.membershipById.load(membershipId);
  }

  @FieldResolver()
  amountMin(@Root() { amountMinFen }: AwardRow) {
    return moneyOf(amountMinFen);
  }

  @FieldResolver()
  amountMax(@Root() { amountMaxFen }: AwardRow) {
    return moneyOf(amountMaxFen);
  }

  @FieldResolver()
  amount(@Root() { amountFen }: AwardRow) {
    return moneyOf(amountFen);
  }

  @FieldResolver()
  evaluation(@Root() { evaluationId }: AwardRow, @Ctx() { load }: PartnersContext) {
    return evaluationId === null ? null : load.evaluationById.load(evaluationId);
  }

  @FieldResolver()
  provenance(@Root() { id }: AwardRow, @Ctx() { base }: PartnersContext) {
    return provenanceOf(base, 'Award', id);
  }
}

const moneyOf = (fen: bigint) => ({ fen, currency: CURRENCY });
