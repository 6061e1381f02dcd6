import { recordFinder } from '@linju/kit';

import { disclosureTable } from '../tables/disclosure-table.js';
import { fundTable } from '../tables/fund-table.js';
import { grantTable } from '../tables/grant-tables.js';
import { pledgeTable } from '../tables/pledge-tables.js';

/** How the writes of this subgraph come by the records they name. */
export const { requireRecord, requireWritable } = recordFinder({
  Disclosure: disclosureTable,
  Fund: fundTable,
  Grant: grantTable,
  Pledge: pledgeTable,
});
