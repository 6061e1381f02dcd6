import { amongKeys, loadMany, loadOne, statement, type Reader } from '@linju/kit';
import { asc, eq } from 'drizzle-orm';

import { cityTable, districtTable, streetTable } from '../tables/area-tables.js';
import { functionalAreaOverlapTable } from '../tables/functional-area-tables.js';

const cityColumns = { code: cityTable.code, name: cityTable.name, nameEn: cityTable.nameEn };

const districtColumns = {
  code: districtTable.code,
  cityCode: districtTable.cityCode,
  name: districtTable.name,
  nameEn: districtTable.nameEn,
  kind: districtTable.kind,
  aliases: districtTable.aliases,
  codeVintage: districtTable.codeVintage,
  validFrom: districtTable.validFrom,
  validTo: districtTable.validTo,
  replacedBy: districtTable.replacedBy,
};

const streetColumns = {
  code: streetTable.code,
  districtCode: streetTable.districtCode,
  name: streetTable.name,
  kind: streetTable.kind,
  codeVintage: streetTable.codeVintage,
  validFrom: streetTable.validFrom,
  validTo: streetTable.validTo,
  replacedBy: streetTable.replacedBy,
};

const cityByCode = statement(cityColumns, (select) =>
  select.from(cityTable).where(amongKeys(cityTable.code)),
);
const districtByCode = statement(districtColumns, (select) =>
  select.from(districtTable).where(amongKeys(districtTable.code)),
);
const streetByCode = statement(streetColumns, (select) =>
  select.from(streetTable).where(amongKeys(streetTable.code)),
);
const districtsOfCity = statement(districtColumns, (select) =>
  select
    .from(districtTable)
    .where(amongKeys(districtTable.cityCode))
    .orderBy(asc(districtTable.code)),
);
const streetsOfDistrict = statement(streetColumns, (select) =>
  select
    .from(streetTable)
    .where(amongKeys(streetTable.districtCode))
    .orderBy(asc(streetTable.code)),
);

// The districts that a functional area shares land with.
const districtsOfFunctionalArea = statement(
  { functionalAreaId: functionalAreaOverlapTable.functionalAreaId, ...districtColumns },
  (select) =>
    select
      .from(functionalAreaOverlapTable)
      .innerJoin(districtTable, eq(districtTable.code, functionalAreaOverlapTable.districtCode))
      .where(amongKeys(functionalAreaOverlapTable.functionalAreaId))
      .orderBy(asc(districtTable.code)),
);

const allCities = statement(cityColumns, (select) =>
  select.from(cityTable).orderBy(asc(cityTable.code)),
);

/** A district as its resolvers get it. */
export type DistrictRow = ReturnType<typeof districtByCode.decode>;

/** A street as its resolvers get it. */
export type StreetRow = ReturnType<typeof streetByCode.decode>;

/** The administrative units by their codes, and each level's members in the order of the codes. */
export const areaLoaders = (reader: Reader) => ({
  cityByCode: loadOne(reader, cityByCode, ({ code }) => code),
  districtByCode: loadOne(reader, districtByCode, ({ code }) => code),
  streetByCode: loadOne(reader, streetByCode, ({ code }) => code),
  districtsOfCity: loadMany(reader, districtsOfCity, ({ cityCode }) => cityCode),
  streetsOfDistrict: loadMany(reader, streetsOfDistrict, ({ districtCode }) => districtCode),
  districtsOfFunctionalArea: loadMany(
    reader,
    districtsOfFunctionalArea,
    (row) => row.functionalAreaId,
  ),
  allCities: () => reader.rows(allCities, {}),
});
