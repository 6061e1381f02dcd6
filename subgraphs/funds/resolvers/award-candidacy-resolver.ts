import { parseInstant } from '@linju/kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { FundsContext } from '../loaders/index.js';
import { mayKnowContributions } from '../rules/donor.js';
import { AwardCandidacy } from '../schema/award-candidacy.js';

interface CandidacyKey {
  readonly partnerId: string;
  readonly year: number;
  /** As the representation carries it: text; null: latest. */
  readonly asOf?: string | Date | null;
}

@Resolver(() => AwardCandidacy)
export class AwardCandidacyResolver {
  @FieldResolver()
  async sharePaidFen(@Root() candidacy: CandidacyKey, @Ctx() { load }: FundsContext) {
    return (await load.givenInYear(yearOf(candidacy)))?.sharePaidFen ?? null;
  }

  @FieldResolver()
  async contributionsPosted(
    @Root() candidacy: CandidacyKey,
    @Ctx() { load, viewer }: FundsContext,
  ) {
    if (!mayKnowContributions(viewer, candidacy.partnerId)) return null;
    return (await load.givenInYear(yearOf(candidacy)))?.contributionsPosted ?? null;
  }
}

const yearOf = ({ partnerId, year, asOf }: CandidacyKey) => ({
  partnerId,
  year,
  asOf: asOf ? (asOf instanceof Date ? asOf : parseInstant(asOf)) : null,
});
