import { pagedList } from '@linju/kit';
import { sql } from 'drizzle-orm';

import { membershipTable } from '../tables/membership-table.js';
import { needItemTable } from '../tables/need-tables.js';
import { serviceOfferingTable } from '../tables/service-offering-tables.js';
import { offeringColumns } from './service-offering-by-id.js';

const need = (column: string) =>
  sql`(select n.${sql.raw(column)} from ${needItemTable} n where n.id = k.key)`;

const districts = sql`${sql.placeholder('districts')}::text[]`;

/**
 * The services that fit a need: of its kind, to be had now, of partners with an active membership; of the
 * districts named, or of the whole city of the need. The need's own district comes first, then what was checked
 * last. A need that is not open has no candidates.
 */
export const candidatesOfNeed = pagedList({
  list: 'needItem.candidates',
  columns: offeringColumns,
  from: serviceOfferingTable,
  belongsTo: (key) => sql`exists (
    select from ${needItemTable} n
    where n.id = ${key} and n.state = 'OPEN' and n.category = ${serviceOfferingTable.serviceKind}
      and (case when ${districts} is null
        then left(${serviceOfferingTable.districtCode}, 4) = left(n.city_code, 4)
        else ${serviceOfferingTable.districtCode} = any(${districts}) end))`,
  where: sql`${serviceOfferingTable.status} = 'ACTIVE' and exists (
    select from ${membershipTable} m
    where m.partner_id = ${serviceOfferingTable.partnerId} and m.state = 'ACTIVE')`,
  order: [
    {
      by: sql`(case when ${serviceOfferingTable.districtCode} = ${need('district_code')} then 0 else 1 end)`,
      type: 'int',
    },
    // Turned round, since one list has one direction: the last one checked has the smallest number.
    {
      by: sql`(-1 * extract(epoch from coalesce(${serviceOfferingTable.lastVerifiedAt}, 'epoch')))`,
      type: 'numeric',
    },
    { by: serviceOfferingTable.id, type: 'text' },
  ],
});
