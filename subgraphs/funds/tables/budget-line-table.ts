import { fenColumn, instantColumn } from '@linju/kit';
import { integer, text } from 'drizzle-orm/pg-core';

import type { BudgetPhase } from '../rules/budget-phase.js';
import { fundsSchema } from './shared-tables.js';

/** Lines of benefit money; inserted only. */
export const budgetLineTable = fundsSchema.table('budget_line', {
  id: text('id').notNull(),
  districtCode: text('district_code').notNull(),
  // Null: the line is the whole district's.
  streetCode: text('street_code'),
  year: integer('year').notNull(),
  phase: text('phase').$type<BudgetPhase>().notNull(),
  functionalCode: text('functional_code').notNull(),
  economicCode: text('economic_code').notNull(),
  purpose: text('purpose').notNull(),
  amountFen: fenColumn('amount_fen').notNull(),
  recordedAt: instantColumn('recorded_at').notNull(),
});
