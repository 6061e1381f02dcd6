import { loadOne, statement, type Reader, type RowOf } from '@linju/kit';
import { sql } from 'drizzle-orm';

import type { MembershipState } from '../rules/membership-states.js';
import type { PartnerType } from '../rules/partner-type.js';
import type { PremisesState } from '../rules/premises-state.js';

/** Which candidacy is asked about: a membership, a year and an instant. */
export interface AskedCandidacy {
  readonly membershipId: string;
  readonly yearBegins: Date;
  /** The end of the year, or the instant asked about if that is earlier. */
  readonly yearEnds: Date;
  /** Null: the membership's present state. */
  readonly asOf: Date | null;
}

/** One text for what is asked, as the loader wants it. */
export const candidacyKey = ({
  membershipId,
  yearBegins,
  yearEnds,
  asOf,
}: AskedCandidacy): string =>
  [membershipId, yearBegins.toISOString(), yearEnds.toISOString(), asOf?.toISOString() ?? ''].join(
    '|',
  );

const part = (place: number) => sql.raw(`nullif(split_part(k.key, '|', ${place}), '')`);

const candidacyFacts = statement(
  {
    key: sql<string>`k.key`,
    partnerId: sql<string>`f.partner_id`,
    districtCode: sql<string | null>`f.district_code`,
    partnerType: sql<PartnerType>`f.partner_type`,
    premisesState: sql<PremisesState>`f.premises_state`,
    membershipState: sql<MembershipState | null>`f.membership_state`,
    agreements: sql<number>`f.agreements`,
    shareDueFen: sql<bigint>`f.share_due_fen`,
    deliveredActs: sql<number>`f.delivered_acts`,
  },
  (select) =>
    select.from(sql`unnest(${sql.placeholder('keys')}::text[]) as k(key)
      cross join lateral partners.candidacy_facts(
        ${part(1)}, ${part(2)}::timestamptz, ${part(3)}::timestamptz, ${part(4)}::timestamptz) as f`),
);

/** The facts of a candidacy as resolvers take them. */
export type CandidacyRow = RowOf<typeof candidacyFacts>;

/** What partners knows of candidacies, by `candidacyKey`; null for a membership that is not there. */
export const candidacyLoaders = (reader: Reader) => ({
  candidacyFacts: loadOne(reader, candidacyFacts, ({ key }) => key),
});
