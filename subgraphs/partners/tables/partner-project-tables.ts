import { text } from 'drizzle-orm/pg-core';

import type { PartnerProjectState } from '../rules/partner-project-states.js';
import { partnersSchema } from './shared-tables.js';

/** Work that partners, teams and funds do together. */
export const partnerProjectTable = partnersSchema.table('partner_project', {
  id: text('id').notNull(),
  name: text('name').notNull(),
  districtCode: text('district_code').notNull(),
  streetCode: text('street_code'),
  communityId: text('community_id'),
  // Teams and the fund belong to other subgraphs; only their ids stand here.
  teamIds: text('team_ids').array().notNull(),
  fundId: text('fund_id'),
  // A PartialDate.
  startedOn: text('started_on'),
  state: text('state').$type<PartnerProjectState>().notNull(),
});

/** The partners of a project. */
export const partnerProjectPartnerTable = partnersSchema.table('partner_project_partner', {
  projectId: text('project_id').notNull(),
  partnerId: text('partner_id').notNull(),
  districtCode: text('district_code').notNull(),
});
