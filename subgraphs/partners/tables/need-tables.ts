import { instantColumn } from '@linju/kit';
import { boolean, text } from 'drizzle-orm/pg-core';

import type { NeedItemState } from '../rules/need-item-states.js';
import type { NeedMatchState } from '../rules/need-match-states.js';
import type { MatchSide } from '../rules/match-side.js';
import { partnersSchema } from './shared-tables.js';

/** What communities need. */
export const needItemTable = partnersSchema.table('need_item', {
  id: text('id').notNull(),
  title: text('title').notNull(),
  // A code of the list ServiceKind: what is needed is what partners offer.
  category: text('category').notNull(),
  cityCode: text('city_code').notNull(),
  districtCode: text('district_code').notNull(),
  streetCode: text('street_code'),
  communityId: text('community_id'),
  raisedAt: instantColumn('raised_at').notNull(),
  sourceRequestId: text('source_request_id'),
  state: text('state').$type<NeedItemState>().notNull(),
});

/** Partners and needs brought together. */
export const needMatchTable = partnersSchema.table('need_match', {
  id: text('id').notNull(),
  needId: text('need_id').notNull(),
  partnerId: text('partner_id').notNull(),
  offeringId: text('offering_id'),
  // The need's district.
  districtCode: text('district_code').notNull(),
  crossDistrict: boolean('cross_district').notNull(),
  proposedBy: text('proposed_by').$type<MatchSide>().notNull(),
  // As last moved; a proposal nobody answered lapses by itself: see rules/match-deadline.ts.
  state: text('state').$type<NeedMatchState>().notNull(),
  proposedAt: instantColumn('proposed_at').notNull(),
  acceptedAt: instantColumn('accepted_at'),
  deliveredAt: instantColumn('delivered_at'),
});
