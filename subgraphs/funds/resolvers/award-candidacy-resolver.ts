import { parseInstant } from '@linju/kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';

import type { FundsContext } from '../loaders/index.js';
import type { PartnerYear } from '../loaders/share-paid-by-partner.js';
import { mayKnowDonations } from '../rules/donor.js';
import { AwardCandidacy } from '../schema/award-candidacy.js';

interface CandidacyReference {
  readonly partnerId: string;
  readonly year: number;
  /** As the representation carries it: text; null: latest. */
  readonly asOf?: string | Date | null;
  /** As partners tells of it; null: not known. */
  readonly partner?: { readonly district?: { readonly code: string } | null } | null;
}

@Resolver(() => AwardCandidacy)
export class AwardCandidacyResolver {
  @FieldResolver()
  async sharePaidFen(@Root() candidacy: CandidacyReference, @Ctx() { load }: FundsContext) {
    const asked = yearOf(candidacy);
    return asked && ((await load.givenInYear(asked))?.sharePaidFen ?? null);
  }

  @FieldResolver()
  async contributionsPosted(
    @Root() candidacy: CandidacyReference,
    @Ctx() { load, viewer }: FundsContext,
  ) {
    const asked = yearOf(candidacy);
    if (!asked || !mayKnowDonations(viewer, asked)) return null;
    return (await load.givenInYear(asked))?.contributionsPosted ?? null;
  }
}

// Only the books of the partner's own district count: any officer can name any partner in theirs.
function yearOf({ partnerId, year, asOf, partner }: CandidacyReference): PartnerYear | null {
  const districtCode = partner?.district?.code;
  if (!districtCode) return null;
  const at = asOf ? (asOf instanceof Date ? asOf : parseInstant(asOf)) : null;
  return { partnerId, districtCode, year, asOf: at };
}
