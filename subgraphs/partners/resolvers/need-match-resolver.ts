import { IdArgs, parseId, provenanceOf, refuseUnknown, transitionsOf } from '@linju/kit';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';

import type { PartnersContext } from '../loaders/index.js';
import type { NeedMatchRow } from '../loaders/need-item-by-id.js';
import { matchStateAt } from '../rules/match-deadline.js';
import { NeedMatch } from '../schema/need-match.js';

@Resolver(() => NeedMatch)
export class NeedMatchResolver {
  @Query(() => NeedMatch, {
    nullable: true,
    description: '按编号查需求对接\nA match by its id. Error NOT_FOUND for an unknown id.',
  })
  async needMatch(@Args(() => IdArgs) { id }: IdArgs, @Ctx() { load }: PartnersContext) {
    return (
      (await load.needMatchById.load(parseId('NeedMatch', id))) ?? refuseUnknown('NeedMatch', id)
    );
  }

  @FieldResolver()
  need(@Root() { needId }: NeedMatchRow, @Ctx() { load }: PartnersContext) {
    return load.needItemById.load(needId);
  }

  @FieldResolver()
  partner(@Root() { partnerId }: NeedMatchRow, @Ctx() { load }: PartnersContext) {
    return load.partnerById.load(partnerId);
  }

  @FieldResolver()
  offering(@Root() { offeringId }: NeedMatchRow, @Ctx() { load }: PartnersContext) {
    return offeringId === null ? null : load.serviceOfferingById.load(offeringId);
  }

  @FieldResolver()
  state(@Root() { storedState, proposedAt }: NeedMatchRow, @Ctx() { clock }: PartnersContext) {
    return matchStateAt({ state: storedState, proposedAt }, clock.now());
  }

  @FieldResolver()
  transitions(@Root() { id }: NeedMatchRow, @Ctx() { base }: PartnersContext) {
    return transitionsOf(base, 'NeedMatch', id);
  }

  @FieldResolver()
  provenance(@Root() { id }: NeedMatchRow, @Ctx() { base }: PartnersContext) {
    return provenanceOf(base, 'NeedMatch', id);
  }
}
