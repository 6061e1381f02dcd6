import { amongKeys, loadMany, statement, type Reader } from '@linju/kit';
import { desc } from 'drizzle-orm';

import { populationTable } from '../tables/area-tables.js';

const populationsOfPlace = statement(
  {
    placeCode: populationTable.placeCode,
    vintage: populationTable.vintage,
    persons: populationTable.persons,
    qualifier: populationTable.qualifier,
    asOf: populationTable.asOf,
    reasonIfNull: populationTable.reasonIfNull,
  },
  (select) =>
    select
      .from(populationTable)
      .where(amongKeys(populationTable.placeCode))
      .orderBy(desc(populationTable.asOf)),
);

/** A population figure as its resolvers get it. */
export type PopulationRow = ReturnType<typeof populationsOfPlace.decode>;

/** The population figures of a place by its code, the newest vintage first. */
export const populationLoaders = (reader: Reader) => ({
  populationsOfPlace: loadMany(reader, populationsOfPlace, ({ placeCode }) => placeCode),
});
