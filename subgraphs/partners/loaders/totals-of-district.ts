import { loadOne, statement, type Reader, type RowOf } from '@linju/kit';
import { sql, type SQL } from 'drizzle-orm';

import type { PartnerType } from '../rules/partner-type.js';
import { distributionTable } from '../tables/distribution-table.js';
import { membershipTable } from '../tables/membership-table.js';
import { needItemTable, needMatchTable } from '../tables/need-tables.js';
import { partnerTable } from '../tables/partner-tables.js';

/** Which totals are asked for; an open end is null. */
export interface AskedTotals {
  readonly districtCode: string;
  readonly from: Date | null;
  readonly to: Date | null;
}

/** One text for what is asked, as the loader wants it. */
export const totalsKey = ({ districtCode, from, to }: AskedTotals): string =>
  [districtCode, from?.toISOString() ?? '', to?.toISOString() ?? ''].join('|');

const count = (rows: SQL) => sql<number>`(select count(*)::int from ${rows})`;

// Admitted, as all metrics mean it: let in, under agreement or at work.
const admittedPartners = (type: PartnerType) =>
  count(sql`${partnerTable} p where p.district_code = asked.code and p.merged_into is null
    and p.type = ${sql.raw(`'${type}'`)} and exists (
      select from ${membershipTable} m
      where m.partner_id = p.id and m.state in ('ADMITTED', 'AGREEMENT_SIGNED', 'ACTIVE'))`);

const inPeriod = (instant: string) =>
  sql.raw(`${instant} >= asked.begins and ${instant} < asked.ends`);

const matches = (instant: string, further = sql``) =>
  count(sql`${needMatchTable} n
    where n.district_code = asked.code and ${inPeriod(`n.${instant}`)} ${further}`);

const totalsOfDistrict = statement(
  {
    key: sql<string>`asked.key`,
    commercial: admittedPartners('COMMERCIAL'),
    communityGroup: admittedPartners('COMMUNITY_GROUP'),
    individual: admittedPartners('INDIVIDUAL'),
    activeMemberships: count(
      sql`${membershipTable} m where m.district_code = asked.code and m.state = 'ACTIVE'`,
    ),
    membershipsAdmitted: count(
      sql`${membershipTable} m where m.district_code = asked.code and ${inPeriod('m.admitted_at')}`,
    ),
    needsRaised: count(
      sql`${needItemTable} n where n.district_code = asked.code and ${inPeriod('n.raised_at')}`,
    ),
    matchesAccepted: matches('accepted_at'),
    matchesDelivered: matches('delivered_at'),
    matchesDeliveredCrossDistrict: matches('delivered_at', sql`and n.cross_district`),
    distributionsDone: count(sql`${distributionTable} d
      where d.district_code = asked.code and d.state = 'DONE'
        and ${inPeriod(`(d.done_on::timestamp at time zone interval '08:00')`)}`),
  },
  (select) =>
    select.from(sql`unnest(${sql.placeholder('keys')}::text[], ${sql.placeholder('codes')}::text[],
      ${sql.placeholder('begins')}::timestamptz[], ${sql.placeholder('ends')}::timestamptz[])
      as asked(key, code, begins, ends)`),
);

// Split here, not in SQL: under row policies an index serves only comparisons with plain values.
function valuesOf(keys: readonly string[]) {
  const asked = keys.map((key) => key.split('|'));
  return {
    keys: [...keys],
    codes: asked.map(([code]) => code ?? ''),
    begins: asked.map(([, from]) => from || '-infinity'),
    ends: asked.map(([, , to]) => to || 'infinity'),
  };
}

/** The totals of a district as resolvers take them. */
export type TotalsRow = RowOf<typeof totalsOfDistrict>;

/** Totals of districts, by `totalsKey`; one statement for all districts of a level. */
export const totalsLoaders = (reader: Reader) => ({
  totalsOfDistrict: loadOne(reader, totalsOfDistrict, ({ key }) => key, valuesOf),
});
