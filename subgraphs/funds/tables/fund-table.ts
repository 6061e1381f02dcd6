import { dayColumn, wholeColumn, type QuantityQualifier, type Unit } from '@linju/kit';
import { boolean, integer, text } from 'drizzle-orm/pg-core';

import type { FundKind } from '../rules/fund-kind.js';
import type { FundState } from '../rules/fund-state.js';
import type { FundraisingKind } from '../rules/fundraising-kind.js';
import type { InflowChannel } from '../rules/inflow-channel.js';
import { fundsSchema } from './shared-tables.js';

/** Community funds. */
export const fundTable = fundsSchema.table('fund', {
  id: text('id').notNull(),
  name: text('name').notNull(),
  aliases: text('aliases').array().notNull(),
  kind: text('kind').$type<FundKind>().notNull(),
  districtCode: text('district_code').notNull(),
  streetCode: text('street_code'),
  communityId: text('community_id'),
  hostCharityId: text('host_charity_id'),
  policyId: text('policy_id'),
  // As finely as it is known: agreed on "in 2024", launched on a day.
  initiatedAt: text('initiated_at'),
  launchedOn: dayColumn('launched_on'),
  state: text('state').$type<FundState>().notNull(),
  foundersValue: wholeColumn('founders_value'),
  foundersQualifier: text('founders_qualifier').$type<QuantityQualifier>(),
  foundersUnit: text('founders_unit').$type<Unit>(),
  committeeMembers: integer('committee_members'),
  committeeUnpaid: boolean('committee_unpaid'),
  committeeSupervisors: integer('committee_supervisors'),
  fundraisingKind: text('fundraising_kind').$type<FundraisingKind>().notNull(),
  // Codes of the list Purpose.
  purposes: text('purposes').array().notNull(),
  // The ways of giving that the fund names, whether or not it says how much came by each.
  inflowChannels: text('inflow_channels').array().$type<InflowChannel[]>().notNull(),
});
