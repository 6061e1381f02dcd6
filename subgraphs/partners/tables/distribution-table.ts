import { dayColumn, wholeColumn, type QuantityQualifier, type Schedule } from '@linju/kit';
import { jsonb, text } from 'drizzle-orm/pg-core';

import type { DistributionState } from '../rules/distribution-states.js';
import type { RecipientsUnit } from '../rules/recipients.js';
import { partnersSchema } from './shared-tables.js';

/** Goods handed out, planned or done. */
export const distributionTable = partnersSchema.table('distribution', {
  id: text('id').notNull(),
  programme: text('programme').notNull(),
  districtCode: text('district_code').notNull(),
  streetCode: text('street_code'),
  communityId: text('community_id'),
  facilityId: text('facility_id'),
  partnerId: text('partner_id'),
  // Repeating issues of one kind are one record with a schedule.
  schedule: jsonb('schedule').$type<Schedule>(),
  plannedOn: dayColumn('planned_on'),
  doneOn: dayColumn('done_on'),
  // Counts; who received is never stored.
  recipients: wholeColumn('recipients'),
  recipientsQualifier: text('recipients_qualifier').$type<QuantityQualifier>(),
  recipientsUnit: text('recipients_unit').$type<RecipientsUnit>(),
  goodsKind: text('goods_kind'),
  state: text('state').$type<DistributionState>().notNull(),
});
