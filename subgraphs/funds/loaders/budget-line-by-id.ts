import {
  amongKeys,
  equalsIfGiven,
  loadOne,
  pagedList,
  statement,
  withinArea,
  type Reader,
} from '@linju/kit';
import { sql } from 'drizzle-orm';

import { budgetLineTable } from '../tables/budget-line-table.js';

const columns = {
  id: budgetLineTable.id,
  districtCode: budgetLineTable.districtCode,
  streetCode: budgetLineTable.streetCode,
  year: budgetLineTable.year,
  phase: budgetLineTable.phase,
  functionalCode: budgetLineTable.functionalCode,
  economicCode: budgetLineTable.economicCode,
  purpose: budgetLineTable.purpose,
  amountFen: budgetLineTable.amountFen,
  recordedAt: budgetLineTable.recordedAt,
};

const budgetLineById = statement(columns, (select) =>
  select.from(budgetLineTable).where(amongKeys(budgetLineTable.id)),
);

/** Budget lines of an area (city, district or street code), by year; filters may be null. */
export const budgetLinesList = pagedList({
  list: 'budgetLines',
  columns,
  from: budgetLineTable,
  belongsTo: (area) => withinArea(budgetLineTable.districtCode, budgetLineTable.streetCode, area),
  where: sql`${equalsIfGiven(budgetLineTable.phase, 'phase')} and ${equalsIfGiven(budgetLineTable.purpose, 'purpose')}
    and (${sql.placeholder('year')}::int is null or ${budgetLineTable.year} = ${sql.placeholder('year')}::int)`,
  order: [
    { by: budgetLineTable.year, type: 'int' },
    { by: budgetLineTable.id, type: 'text' },
  ],
});

/** Budget lines by id. */
export const budgetLineLoaders = (reader: Reader) => ({
  budgetLineById: loadOne(reader, budgetLineById, ({ id }) => id),
});
