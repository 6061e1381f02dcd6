import { recordFinder } from '@linju/kit';

import {
  districtCodeOf,
  mergeableTables,
  type MergeableRow,
  type MergeableType,
} from '../tables/mergeable-tables.js';

/** How the writes of this subgraph come by the records they name. */
export const { requireRecord, requireIdIfGiven, requireWritable } = recordFinder(
  mergeableTables,
  (row) => districtCodeOf(row as unknown as MergeableRow<MergeableType>),
);
