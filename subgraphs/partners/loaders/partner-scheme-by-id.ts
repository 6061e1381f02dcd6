import { amongKeys, loadOne, pagedList, statement, type Reader, type RowOf } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { partnerSchemeTable } from '../tables/partner-scheme-table.js';

const columns = {
  id: partnerSchemeTable.id,
  name: partnerSchemeTable.name,
  kind: partnerSchemeTable.kind,
  status: partnerSchemeTable.status,
  sponsorId: partnerSchemeTable.sponsorId,
  cityCode: partnerSchemeTable.cityCode,
  districtCode: partnerSchemeTable.districtCode,
  policyId: partnerSchemeTable.policyId,
  partnerTypes: partnerSchemeTable.partnerTypes,
  modes: partnerSchemeTable.modes,
  openRecruitment: partnerSchemeTable.openRecruitment,
  awardTitle: partnerSchemeTable.awardTitle,
  awardMinFen: partnerSchemeTable.awardMinFen,
  awardMaxFen: partnerSchemeTable.awardMaxFen,
  awardPerYear: partnerSchemeTable.awardPerYear,
};

const partnerSchemeById = statement(columns, (select) =>
  select.from(partnerSchemeTable).where(amongKeys(partnerSchemeTable.id)),
);

const byName = {
  columns,
  from: partnerSchemeTable,
  order: [
    { by: partnerSchemeTable.name, type: 'text' },
    { by: partnerSchemeTable.id, type: 'text' },
  ],
};

/** Every scheme, by name. */
export const allSchemes = pagedList({ ...byName, list: 'partnerSchemes' });

/** The schemes of a city and of its districts, by name. */
export const schemesOfCity = pagedList({
  ...byName,
  list: 'city.partnerSchemes',
  belongsTo: (code) => eq(partnerSchemeTable.cityCode, code),
});

/** The schemes of a district, by name. */
export const schemesOfDistrict = pagedList({
  ...byName,
  list: 'district.partnerSchemes',
  belongsTo: (code) => eq(partnerSchemeTable.districtCode, code),
});

/** A scheme as resolvers take it. */
export type PartnerSchemeRow = RowOf<typeof partnerSchemeById>;

/** Partner schemes by id. */
export const partnerSchemeLoaders = (reader: Reader) => ({
  partnerSchemeById: loadOne(reader, partnerSchemeById, ({ id }) => id),
});
