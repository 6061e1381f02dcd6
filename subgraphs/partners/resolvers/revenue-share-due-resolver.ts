import { provenanceOf } from '@linju/kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { RevenueShareDueRow } from '../loaders/agreement-by-id.js';
import type { PartnersContext } from '../loaders/index.js';
import { seesInternalOf } from '../rules/may-read.js';
import { RevenueShareDue } from '../schema/revenue-share-due.js';
import { periodValue } from './period-value.js';

@Resolver(() => RevenueShareDue)
export class RevenueShareDueResolver {
  @FieldResolver()
  agreement(@Root() { agreementId }: RevenueShareDueRow, @Ctx() { load }: PartnersContext) {
    return load.agreementById.load(agreementId);
  }

  @FieldResolver()
  period(@Root() { periodFrom, periodTo }: RevenueShareDueRow) {
    return periodValue(periodFrom, periodTo);
  }

  @FieldResolver()
  async baseFen(@Root() due: RevenueShareDueRow, @Ctx() context: PartnersContext) {
    return (await amountsOf(due, context))?.baseFen ?? null;
  }

  @FieldResolver()
  async dueFen(@Root() due: RevenueShareDueRow, @Ctx() context: PartnersContext) {
    return (await amountsOf(due, context))?.dueFen ?? null;
  }

  @FieldResolver()
  provenance(@Root() { id }: RevenueShareDueRow, @Ctx() { base }: PartnersContext) {
    return provenanceOf(base, 'RevenueShareDue', id);
  }
}

const amountsOf = async (due: RevenueShareDueRow, { load, viewer }: PartnersContext) =>
  seesInternalOf(viewer, due) ? load.amountsOfDue.load(due.id) : null;
