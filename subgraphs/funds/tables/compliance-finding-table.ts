import { instantColumn } from '@linju/kit';
import { text } from 'drizzle-orm/pg-core';

import type { ComplianceRule } from '../rules/compliance-rule.js';
import type { FindingResult } from '../rules/finding-result.js';
import { fundsSchema } from './shared-tables.js';

/** Dated findings of the rules; inserted only. */
export const complianceFindingTable = fundsSchema.table('compliance_finding', {
  id: text('id').notNull(),
  fundId: text('fund_id').notNull(),
  districtCode: text('district_code').notNull(),
  rule: text('rule').$type<ComplianceRule>().notNull(),
  result: text('result').$type<FindingResult>().notNull(),
  // The day the finding speaks of, and when it was made.
  asOf: instantColumn('as_of').notNull(),
  recordedAt: instantColumn('recorded_at').notNull(),
  detail: text('detail').notNull(),
  policyId: text('policy_id').notNull(),
});
