import { communityTable } from './community-tables.js';
import { facilityTable } from './facility-table.js';
import { organisationTable } from './organisation-tables.js';

/** The tables whose records may be merged, by the type they hold. */
export const mergeableTables = {
  Community: communityTable,
  Facility: facilityTable,
  Organisation: organisationTable,
} as const;

/** A type whose records may be merged: an old id leads to the survivor. */
export type MergeableType = keyof typeof mergeableTables;

/** A row of one of these tables. */
export type MergeableRow<Type extends MergeableType> =
  (typeof mergeableTables)[Type]['$inferSelect'];

/** The district whose officers write the row; null: an organisation without a stated seat. */
export const districtCodeOf = (row: MergeableRow<MergeableType>): string | null =>
  'seatDistrictCode' in row ? row.seatDistrictCode : row.districtCode;
