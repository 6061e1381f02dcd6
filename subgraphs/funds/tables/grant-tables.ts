import { fenColumn, instantColumn } from '@linju/kit';
import { boolean, integer, text } from 'drizzle-orm/pg-core';

import type { GrantState } from '../rules/grant-state.js';
import type { MilestoneState } from '../rules/milestone-state.js';
import { fundsSchema } from './shared-tables.js';

/** Grants of funds. */
export const grantTable = fundsSchema.table('grant', {
  id: text('id').notNull(),
  fundId: text('fund_id').notNull(),
  districtCode: text('district_code').notNull(),
  recipientType: text('recipient_type').$type<'Partner' | 'Team'>().notNull(),
  recipientId: text('recipient_id').notNull(),
  title: text('title').notNull(),
  purpose: text('purpose').notNull(),
  // Applied for, awarded and disbursed are three amounts; the last is worked out from transfers.
  appliedFen: fenColumn('applied_fen').notNull(),
  awardedFen: fenColumn('awarded_fen'),
  plannedFrom: instantColumn('planned_from'),
  plannedTo: instantColumn('planned_to'),
  actualFrom: instantColumn('actual_from'),
  actualTo: instantColumn('actual_to'),
  beneficiaryPlace: text('beneficiary_place'),
  openCall: boolean('open_call').notNull(),
  state: text('state').$type<GrantState>().notNull(),
});

/** The planned steps of a grant. */
export const grantMilestoneTable = fundsSchema.table('grant_milestone', {
  grantId: text('grant_id').notNull(),
  position: integer('position').notNull(),
  districtCode: text('district_code').notNull(),
  name: text('name').notNull(),
  plannedOn: text('planned_on'),
  metOn: text('met_on'),
  state: text('state').$type<MilestoneState>().notNull(),
  dateModified: instantColumn('date_modified').notNull(),
});
