import { instantColumn } from '@linju/kit';
import { text } from 'drizzle-orm/pg-core';

import type { MembershipState } from '../rules/membership-states.js';
import { partnersSchema } from './shared-tables.js';

/** Partners in schemes. */
export const membershipTable = partnersSchema.table('membership', {
  id: text('id').notNull(),
  partnerId: text('partner_id').notNull(),
  schemeId: text('scheme_id').notNull(),
  // Whose officers decide: the scheme's district, for a city-wide scheme the partner's.
  districtCode: text('district_code'),
  state: text('state').$type<MembershipState>().notNull(),
  appliedAt: instantColumn('applied_at'),
  admittedAt: instantColumn('admitted_at'),
  admittedBy: text('admitted_by'),
});
