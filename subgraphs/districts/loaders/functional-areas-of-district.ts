import { amongKeys, loadMany, loadOne, statement, type Reader } from '@linju/kit';
import { asc, eq } from 'drizzle-orm';

import {
  functionalAreaOverlapTable,
  functionalAreaTable,
} from '../tables/functional-area-tables.js';

const columns = {
  id: functionalAreaTable.id,
  name: functionalAreaTable.name,
  kind: functionalAreaTable.kind,
  cityCode: functionalAreaTable.cityCode,
  primaryDistrictCode: functionalAreaTable.primaryDistrictCode,
  validFrom: functionalAreaTable.validFrom,
  validTo: functionalAreaTable.validTo,
};

const functionalAreaById = statement(columns, (select) =>
  select.from(functionalAreaTable).where(amongKeys(functionalAreaTable.id)),
);

const functionalAreasOfDistrict = statement(
  { ...columns, overlappedCode: functionalAreaOverlapTable.districtCode },
  (select) =>
    select
      .from(functionalAreaOverlapTable)
      .innerJoin(
        functionalAreaTable,
        eq(functionalAreaTable.id, functionalAreaOverlapTable.functionalAreaId),
      )
      .where(amongKeys(functionalAreaOverlapTable.districtCode))
      .orderBy(asc(functionalAreaTable.name), asc(functionalAreaTable.id)),
);

const functionalAreasOfCity = statement(columns, (select) =>
  select
    .from(functionalAreaTable)
    .where(amongKeys(functionalAreaTable.cityCode))
    .orderBy(asc(functionalAreaTable.name), asc(functionalAreaTable.id)),
);

/** A functional area as its resolvers get it. */
export type FunctionalAreaRow = ReturnType<typeof functionalAreaById.decode>;

/** Functional areas by id, by city and by the districts they share land with. */
export const functionalAreaLoaders = (reader: Reader) => ({
  functionalAreaById: loadOne(reader, functionalAreaById, ({ id }) => id),
  functionalAreasOfCity: loadMany(reader, functionalAreasOfCity, ({ cityCode }) => cityCode),
  functionalAreasOfDistrict: loadMany(
    reader,
    functionalAreasOfDistrict,
    ({ overlappedCode }) => overlappedCode,
  ),
});
