import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import { candidacyKey } from '../loaders/candidacy-facts.js';
import type { PartnersContext } from '../loaders/index.js';
import { computeCriteria, type CriterionFinding } from '../rules/award-criteria.js';
import { outcomeOf } from '../rules/award-outcome.js';
import { candidacyYear } from '../rules/candidacy-year.js';
import { seesInternalOf } from '../rules/may-read.js';
import { AwardCandidacy } from '../schema/award-candidacy.js';

/** A candidacy as it comes from a membership or from another subgraph, with what that one added. */
export interface CandidacyReference {
  readonly membershipId: string;
  readonly partnerId: string;
  readonly year: number;
  readonly asOf: Date | null;
  readonly sharePaidFen?: bigint | null;
  readonly contributionsPosted?: number | null;
}

@Resolver(() => AwardCandidacy)
export class AwardCandidacyResolver {
  @FieldResolver()
  membership(@Root() { membershipId }: CandidacyReference, @Ctx() { load }: PartnersContext) {
    return load.membershipById.load(membershipId);
  }

  @FieldResolver()
  partner(@Root() { partnerId }: CandidacyReference, @Ctx() { load }: PartnersContext) {
    return load.partnerById.load(partnerId);
  }

  @FieldResolver()
  criteria(@Root() asked: CandidacyReference, @Ctx() context: PartnersContext) {
    return criteriaOf(asked, context);
  }

  @FieldResolver()
  async result(@Root() asked: CandidacyReference, @Ctx() context: PartnersContext) {
    const criteria = await criteriaOf(asked, context);
    return criteria && outcomeOf(criteria.map((criterion) => criterion.result));
  }
}

// Null for who may not see it: the rule looks before anything is worked out from amounts they cannot read.
async function criteriaOf(
  asked: CandidacyReference,
  { load, viewer, clock }: PartnersContext,
): Promise<readonly CriterionFinding[] | null> {
  const facts = await load.candidacyFacts.load(keyOf(asked, clock.now()));
  if (!facts || !seesInternalOf(viewer, facts)) return null;
  const { sharePaidFen = null, contributionsPosted = null } = asked;
  // Safety and the other acts are of subgraphs to come.
  const elsewhere = { premisesVerdict: null, otherActs: null };
  return computeCriteria({ ...facts, sharePaidFen, contributionsPosted, ...elsewhere });
}

function keyOf({ membershipId, year, asOf }: CandidacyReference, now: Date): string {
  const { begins, ends } = candidacyYear(year, asOf, now);
  return candidacyKey({ membershipId, yearBegins: begins, yearEnds: ends, asOf });
}
