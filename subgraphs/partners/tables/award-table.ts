import { fenColumn, instantColumn } from '@linju/kit';
import { boolean, integer, text } from 'drizzle-orm/pg-core';

import { partnersSchema } from './shared-tables.js';

/** Titles and money that memberships won. */
export const awardTable = partnersSchema.table('award', {
  id: text('id').notNull(),
  membershipId: text('membership_id').notNull(),
  partnerId: text('partner_id').notNull(),
  schemeId: text('scheme_id').notNull(),
  evaluationId: text('evaluation_id'),
  districtCode: text('district_code'),
  // The winner is a person: a row policy keeps such rows from the public.
  individual: boolean('individual').notNull(),
  title: text('title').notNull(),
  year: integer('year').notNull(),
  // 1 for the first award of the year; a unique key over it holds the rule's `perYear`.
  numberInYear: integer('number_in_year').notNull(),
  // The range as it was when the award was granted; the scheme's may change.
  amountMinFen: fenColumn('amount_min_fen').notNull(),
  amountMaxFen: fenColumn('amount_max_fen').notNull(),
  amountFen: fenColumn('amount_fen').notNull(),
  grantedAt: instantColumn('granted_at').notNull(),
  transferRef: text('transfer_ref'),
});
