import { instantColumn } from '@linju/kit';
import { text } from 'drizzle-orm/pg-core';

import type { DisclosureChannel } from '../rules/disclosure-channel.js';
import type { DisclosureDuty } from '../rules/disclosure-duty.js';
import { fundsSchema } from './shared-tables.js';

/** Duties to publish, and when they were met. */
export const disclosureTable = fundsSchema.table('disclosure', {
  id: text('id').notNull(),
  districtCode: text('district_code').notNull(),
  // Exactly one of the two: a duty of the fund, or of the charity that hosts it.
  fundId: text('fund_id'),
  hostCharityId: text('host_charity_id'),
  duty: text('duty').$type<DisclosureDuty>().notNull(),
  subjectType: text('subject_type'),
  subjectId: text('subject_id'),
  dueAt: instantColumn('due_at').notNull(),
  publishedAt: instantColumn('published_at'),
  channels: text('channels').array().$type<DisclosureChannel[]>().notNull(),
  correctionOf: text('correction_of'),
  correctionNote: text('correction_note'),
});
