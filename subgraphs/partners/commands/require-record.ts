import { recordFinder } from '@linju/kit';

import { agreementTable } from '../tables/agreement-tables.js';
import { distributionTable } from '../tables/distribution-table.js';
import { membershipTable } from '../tables/membership-table.js';
import { needItemTable, needMatchTable } from '../tables/need-tables.js';
import { partnerProjectTable } from '../tables/partner-project-tables.js';
import { partnerSchemeTable } from '../tables/partner-scheme-table.js';
import { partnerTable } from '../tables/partner-tables.js';
import { serviceOfferingTable } from '../tables/service-offering-tables.js';

/** The tables whose records a write may name, by type. */
const tables = {
  Agreement: agreementTable,
  Distribution: distributionTable,
  Membership: membershipTable,
  NeedItem: needItemTable,
  NeedMatch: needMatchTable,
  Partner: partnerTable,
  PartnerProject: partnerProjectTable,
  PartnerScheme: partnerSchemeTable,
  ServiceOffering: serviceOfferingTable,
} as const;

/** The row of a record that a write may name. */
export type RecordRow<Type extends keyof typeof tables> = (typeof tables)[Type]['$inferSelect'];

/** How the writes of this subgraph come by the records they name. */
export const { requireRecord, requireWritable, lockRecord } = recordFinder(tables);
