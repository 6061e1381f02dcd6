import { dayColumn, fenColumn, instantColumn } from '@linju/kit';
import { text } from 'drizzle-orm/pg-core';

import { partnersSchema } from './shared-tables.js';

/** For which periods agreements have come to owe. */
export const revenueShareDueTable = partnersSchema.table('revenue_share_due', {
  id: text('id').notNull(),
  agreementId: text('agreement_id').notNull(),
  partnerId: text('partner_id').notNull(),
  districtCode: text('district_code'),
  periodFrom: instantColumn('period_from').notNull(),
  periodTo: instantColumn('period_to').notNull(),
  dueOn: dayColumn('due_on').notNull(),
});

/** How much they owe. Class P1. */
export const revenueShareDueInternalTable = partnersSchema.table('revenue_share_due_internal', {
  dueId: text('due_id').notNull(),
  partnerId: text('partner_id').notNull(),
  districtCode: text('district_code'),
  baseFen: fenColumn('base_fen').notNull(),
  dueFen: fenColumn('due_fen').notNull(),
});
