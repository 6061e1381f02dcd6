import { amongKeys, loadOne, pagedList, statement, type Reader } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { pledgeShownTable } from '../tables/pledge-tables.js';

const columns = {
  id: pledgeShownTable.id,
  fundId: pledgeShownTable.fundId,
  districtCode: pledgeShownTable.districtCode,
  kind: pledgeShownTable.kind,
  amountFen: pledgeShownTable.amountFen,
  dayOfMonth: pledgeShownTable.dayOfMonth,
  validFrom: pledgeShownTable.validFrom,
  validTo: pledgeShownTable.validTo,
  state: pledgeShownTable.state,
  donorKind: pledgeShownTable.donorKind,
  donorVisibility: pledgeShownTable.donorVisibility,
  donorOrganisationId: pledgeShownTable.donorOrganisationId,
  donorPartnerId: pledgeShownTable.donorPartnerId,
  donorName: pledgeShownTable.donorName,
};

const pledgeById = statement(columns, (select) =>
  select.from(pledgeShownTable).where(amongKeys(pledgeShownTable.id)),
);

/** Pledges to a fund, by their first day. */
export const pledgesOfFundList = pagedList({
  list: 'fund.pledges',
  columns,
  from: pledgeShownTable,
  belongsTo: (fund) => eq(pledgeShownTable.fundId, fund),
  order: [
    { by: pledgeShownTable.validFrom, type: 'date' },
    { by: pledgeShownTable.id, type: 'text' },
  ],
});

/** Pledges by id. */
export const pledgeLoaders = (reader: Reader) => ({
  pledgeById: loadOne(reader, pledgeById, ({ id }) => id),
});
