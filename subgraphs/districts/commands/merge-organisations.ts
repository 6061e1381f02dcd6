import type { CommandParts } from '@linju/kit';

import type { MergeInput } from '../schema/merge-input.js';
import { organisationTable } from '../tables/organisation-tables.js';
import { mergeRecords } from './merge-records.js';

/** Makes two records of one organisation one. @throws Refusal as `mergeRecords` */
export const mergeOrganisations = (parts: CommandParts, input: MergeInput) =>
  mergeRecords(
    parts,
    {
      type: 'Organisation',
      table: organisationTable,
      district: organisationTable.seatDistrictCode,
    },
    input,
  );
