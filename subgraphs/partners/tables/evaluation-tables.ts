import { instantColumn } from '@linju/kit';
import { integer, jsonb, text } from 'drizzle-orm/pg-core';

import type { CriterionFinding } from '../rules/award-criteria.js';
import type { AwardOutcome } from '../rules/award-outcome.js';
import { partnersSchema } from './shared-tables.js';

/** What the evaluations of memberships came to, year by year. */
export const evaluationTable = partnersSchema.table('evaluation', {
  id: text('id').notNull(),
  membershipId: text('membership_id').notNull(),
  partnerId: text('partner_id').notNull(),
  districtCode: text('district_code'),
  year: integer('year').notNull(),
  result: text('result').$type<AwardOutcome>().notNull(),
  // A year may be evaluated again, when what was unknown is known; the newest one counts.
  evaluatedAt: instantColumn('evaluated_at').notNull(),
});

/** How an evaluation came about. Class P1. */
export const evaluationInternalTable = partnersSchema.table('evaluation_internal', {
  evaluationId: text('evaluation_id').notNull(),
  partnerId: text('partner_id').notNull(),
  districtCode: text('district_code'),
  criteria: jsonb('criteria').$type<readonly CriterionFinding[]>().notNull(),
  scores: jsonb('scores').$type<readonly { aspect: string; points: number }[]>().notNull(),
});
