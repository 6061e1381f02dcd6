import { provenanceOf } from '@linju/kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { EvaluationRow } from '../loaders/award-by-id.js';
import type { PartnersContext } from '../loaders/index.js';
import { seesInternalOf } from '../rules/may-read.js';
import { Evaluation } from '../schema/evaluation.js';

@Resolver(() => Evaluation)
export class EvaluationResolver {
  @FieldResolver()
  membership(@Root() { membershipId }: EvaluationRow, @Ctx() { load }: PartnersContext) {
    return load.membershipById.load(membershipId);
  }

  @FieldResolver()
  criteria(@Root() evaluation: EvaluationRow, @Ctx() { viewer }: PartnersContext) {
    return seesInternalOf(viewer, evaluation) ? evaluation.internalCriteria : null;
  }

  @FieldResolver()
  scores(@Root() evaluation: EvaluationRow, @Ctx() { viewer }: PartnersContext) {
    return seesInternalOf(viewer, evaluation) ? evaluation.internalScores : null;
  }

  @FieldResolver()
  provenance(@Root() { id }: EvaluationRow, @Ctx() { base }: PartnersContext) {
    return provenanceOf(base, 'Evaluation', id);
  }
}
