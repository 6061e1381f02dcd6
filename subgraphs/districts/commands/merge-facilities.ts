import type { CommandParts } from '@linju/kit';

import type { MergeInput } from '../schema/merge-input.js';
import { facilityTable } from '../tables/facility-table.js';
import { mergeRecords } from './merge-records.js';

/** Makes two records of one facility one. @throws Refusal as `mergeRecords` */
export const mergeFacilities = (parts: CommandParts, input: MergeInput) =>
  mergeRecords(
    parts,
    { type: 'Facility', table: facilityTable, district: facilityTable.districtCode },
    input,
  );
