import type { CommandParts } from '@linju/kit';

import type { MergeInput } from '../schema/merge-input.js';
import { communityTable } from '../tables/community-tables.js';
import { mergeRecords } from './merge-records.js';

/** Makes two records of one community one. @throws Refusal as `mergeRecords` */
export const mergeCommunities = (parts: CommandParts, input: MergeInput) =>
  mergeRecords(
    parts,
    { type: 'Community', table: communityTable, district: communityTable.districtCode },
    input,
  );
