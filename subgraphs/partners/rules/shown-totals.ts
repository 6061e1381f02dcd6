import type { NullReason, QuantityQualifier } from '@linju/kit';

/** How much of one kind of record of a district is here. */
export interface KindCoverage {
  readonly recordKind: string;
  readonly coverage: 'NONE' | 'PARTIAL' | 'FULL';
}

// Which kind of record each count is made of: without any of it, the count is unknown and not zero.
const kindOf = {
  commercial: 'Partner',
  communityGroup: 'Partner',
  individual: 'Partner',
  activeMemberships: 'Membership',
  membershipsAdmitted: 'Membership',
  needsRaised: 'NeedItem',
  matchesAccepted: 'NeedMatch',
  matchesDelivered: 'NeedMatch',
  matchesDeliveredCrossDistrict: 'NeedMatch',
  distributionsDone: 'Distribution',
} as const;

// Individual partners are persons, but each is listed as a partner of its own, without a name: their number is no
// secret that a small-number rule could keep.

/** The counts of a district's partners. */
export type PartnerCounts = Readonly<Record<keyof typeof kindOf, number>>;

/** The counts as clients see them: null where nothing of their kind is recorded. */
export interface ShownTotals extends Readonly<Record<keyof typeof kindOf, number | null>> {
  readonly coverage: readonly KindCoverage[];
  readonly qualifier: QuantityQualifier;
  readonly reasonIfNull: NullReason | null;
}

/**
 * Holds counts against what the district's records cover. Kinds without an entry are covered by nobody.
 * @param coverage one entry per kind of record that is covered at all
 */
export function shownTotals(counts: PartnerCounts, coverage: readonly KindCoverage[]): ShownTotals {
  const coverageOf = new Map(coverage.map((part) => [part.recordKind, part.coverage]));
  const degrees = Object.values(kindOf).map((kind) => coverageOf.get(kind) ?? 'NONE');
  const shown = Object.fromEntries(
    (Object.keys(kindOf) as (keyof typeof kindOf)[]).map((name) => [
      name,
      (coverageOf.get(kindOf[name]) ?? 'NONE') === 'NONE' ? null : counts[name],
    ]),
  ) as Record<keyof typeof kindOf, number | null>;
  return {
    ...shown,
    coverage,
    qualifier: degrees.includes('PARTIAL') ? 'AT_LEAST' : 'EXACT',
    reasonIfNull: degrees.includes('NONE') ? 'SOURCE_MISSING' : null,
  };
}
