import { amongKeys, loadOne, pagedList, statement, withinArea, type Reader } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { disclosureTable } from '../tables/disclosure-table.js';

const columns = {
  id: disclosureTable.id,
  districtCode: disclosureTable.districtCode,
  fundId: disclosureTable.fundId,
  hostCharityId: disclosureTable.hostCharityId,
  duty: disclosureTable.duty,
  subjectType: disclosureTable.subjectType,
  subjectId: disclosureTable.subjectId,
  dueAt: disclosureTable.dueAt,
  publishedAt: disclosureTable.publishedAt,
  channels: disclosureTable.channels,
  correctionOf: disclosureTable.correctionOf,
  correctionNote: disclosureTable.correctionNote,
};

const disclosureById = statement(columns, (select) =>
  select.from(disclosureTable).where(amongKeys(disclosureTable.id)),
);

const byDueDate = [
  { by: disclosureTable.dueAt, type: 'timestamptz' },
  { by: disclosureTable.id, type: 'text' },
];

/** Disclosures of a city or district, of funds and of host charities, by due date. */
export const disclosuresList = pagedList({
  list: 'disclosures',
  columns,
  from: disclosureTable,
  belongsTo: (area) => withinArea(disclosureTable.districtCode, null, area),
  order: byDueDate,
});

/** Disclosures of a fund, by due date. */
export const disclosuresOfFundList = pagedList({
  list: 'fund.disclosures',
  columns,
  from: disclosureTable,
  belongsTo: (fund) => eq(disclosureTable.fundId, fund),
  order: byDueDate,
});

/** Disclosures by id. */
export const disclosureLoaders = (reader: Reader) => ({
  disclosureById: loadOne(reader, disclosureById, ({ id }) => id),
});
