import { equalsIfGiven, pagedList } from '@linju/kit';
import { eq, isNull, sql, type SQL } from 'drizzle-orm';

import type { PartnerOrder } from '../schema/list-args.js';
import { agreementTable } from '../tables/agreement-tables.js';
import { distributionTable } from '../tables/distribution-table.js';
import { membershipTable } from '../tables/membership-table.js';
import { needItemTable, needMatchTable } from '../tables/need-tables.js';
import {
  partnerProjectPartnerTable,
  partnerProjectTable,
} from '../tables/partner-project-tables.js';
import { partnerPremisesTable, partnerTable } from '../tables/partner-tables.js';
import { serviceAtPlaceTable, serviceOfferingTable } from '../tables/service-offering-tables.js';
import { partnerColumns } from './partner-by-id.js';

// One list per kind of place, each with one condition that an index serves: a list that asked for any place at
// once would read the whole table for every place.

/** Every partner. */
export const allPartners = inBothOrders('partners');

/** The partners of a city, by its code. */
export const partnersOfCity = inBothOrders('city.partners', (code) =>
  eq(partnerTable.cityCode, code),
);

/** The partners of a district, by its code. */
export const partnersOfDistrict = inBothOrders('district.partners', (code) =>
  eq(partnerTable.districtCode, code),
);

/** The partners at work in a street, by its code. */
export const partnersOfStreet = inBothOrders('street.partners', (code) =>
  isAmong(
    sql`select p.id from ${partnerTable} p where p.street_code = ${code}`,
    sql`select l.partner_id from ${partnerProjectPartnerTable} l
      join ${partnerProjectTable} j on j.id = l.project_id where j.street_code = ${code}`,
    sql`select d.partner_id from ${distributionTable} d where d.street_code = ${code}`,
    sql`select m.partner_id from ${needMatchTable} m join ${needItemTable} n on n.id = m.need_id
      where n.street_code = ${code} and m.state in ('ACCEPTED', 'DELIVERED')`,
  ),
);

/** The partners at work in a community, by its id. */
export const partnersOfCommunity = inBothOrders('community.partners', (id) =>
  isAmong(
    sql`select p.id from ${partnerTable} p where p.community_id = ${id}`,
    sql`select a.partner_id from ${agreementTable} a where a.community_id = ${id}`,
    sql`select l.partner_id from ${partnerProjectPartnerTable} l
      join ${partnerProjectTable} j on j.id = l.project_id where j.community_id = ${id}`,
    sql`select s.partner_id from ${serviceAtPlaceTable} s where s.community_id = ${id}`,
    sql`select d.partner_id from ${distributionTable} d where d.community_id = ${id}`,
    sql`select m.partner_id from ${needMatchTable} m join ${needItemTable} n on n.id = m.need_id
      where n.community_id = ${id} and m.state in ('ACCEPTED', 'DELIVERED')`,
  ),
);

/** The partners with premises at a facility, by its id. */
export const partnersAtFacility = inBothOrders('facility.hostedPartners', (id) =>
  isAmong(sql`select l.partner_id from ${partnerPremisesTable} l where l.facility_id = ${id}`),
);

function inBothOrders(list: string, belongsTo?: (key: SQL) => SQL) {
  const parts = {
    columns: partnerColumns,
    from: partnerTable,
    where: matchesFilter(),
    ...(belongsTo && { belongsTo }),
  };
  const id = { by: partnerTable.id, type: 'text' };
  const verified = sql`coalesce(${partnerTable.lastVerifiedAt}, '-infinity')`;
  return {
    NAME: pagedList({
      ...parts,
      list,
      order: [{ by: partnerTable.displayName, type: 'text' }, id],
    }),
    LAST_VERIFIED: pagedList({
      ...parts,
      list: `${list} by verification`,
      order: [{ by: verified, type: 'timestamptz' }, id],
      direction: 'desc',
    }),
  } satisfies Record<PartnerOrder, unknown>;
}

function isAmong(...partnerIds: readonly SQL[]): SQL {
  return sql`${partnerTable.id} in (${sql.join([...partnerIds], sql` union `)})`;
}

// Records that were merged away are never listed. Placeholders: type, subtype, scheme, state, serviceKind.
function matchesFilter(): SQL {
  const given = (name: string) => sql`${sql.placeholder(name)}::text`;
  return sql`${isNull(partnerTable.mergedInto)}
    and ${equalsIfGiven(partnerTable.type, 'type')}
    and (${given('subtype')} is null or ${given('subtype')} = any(${partnerTable.subtypes}))
    and ((${given('scheme')} is null and ${given('state')} is null) or exists (
      select from ${membershipTable} m where m.partner_id = ${partnerTable.id}
        and (${given('scheme')} is null or m.scheme_id = ${given('scheme')})
        and (${given('state')} is null or m.state = ${given('state')})))
    and (${given('serviceKind')} is null or exists (
      select from ${serviceOfferingTable} o where o.partner_id = ${partnerTable.id}
        and o.status = 'ACTIVE' and o.service_kind = ${given('serviceKind')}))`;
}
