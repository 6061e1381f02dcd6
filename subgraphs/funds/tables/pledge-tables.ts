import { dayColumn, fenColumn } from '@linju/kit';
import { integer, text } from 'drizzle-orm/pg-core';

import type { DonorKind } from '../rules/donor-kind.js';
import type { DonorVisibility } from '../rules/donor-visibility.js';
import type { PledgeKind } from '../rules/pledge-kind.js';
import type { PledgeState } from '../rules/pledge-state.js';
import { fundsSchema } from './shared-tables.js';

/** Promises to give. */
export const pledgeTable = fundsSchema.table('pledge', {
  id: text('id').notNull(),
  fundId: text('fund_id').notNull(),
  districtCode: text('district_code').notNull(),
  kind: text('kind').$type<PledgeKind>().notNull(),
  amountFen: fenColumn('amount_fen').notNull(),
  // 1 to 28, so that every month has the day; of monthly pledges only.
  dayOfMonth: integer('day_of_month'),
  validFrom: dayColumn('valid_from').notNull(),
  validTo: dayColumn('valid_to'),
  state: text('state').$type<PledgeState>().notNull(),
  donorKind: text('donor_kind').$type<DonorKind>().notNull(),
  donorVisibility: text('donor_visibility').$type<DonorVisibility>().notNull(),
});

/** Who promised (P2), under a row policy of its own. */
export const pledgePersonalTable = fundsSchema.table('pledge_personal', {
  pledgeId: text('pledge_id').notNull(),
  districtCode: text('district_code').notNull(),
  visibility: text('visibility').$type<DonorVisibility>().notNull(),
  organisationId: text('organisation_id'),
  partnerId: text('partner_id'),
  name: text('name'),
});

/** A view: a pledge with its donor, where the row policies let the viewer see one. */
export const pledgeShownTable = fundsSchema.table('pledge_shown', {
  id: text('id').notNull(),
  fundId: text('fund_id').notNull(),
  districtCode: text('district_code').notNull(),
  kind: text('kind').$type<PledgeKind>().notNull(),
  amountFen: fenColumn('amount_fen').notNull(),
  dayOfMonth: integer('day_of_month'),
  validFrom: dayColumn('valid_from').notNull(),
  validTo: dayColumn('valid_to'),
  state: text('state').$type<PledgeState>().notNull(),
  donorKind: text('donor_kind').$type<DonorKind>().notNull(),
  donorVisibility: text('donor_visibility').$type<DonorVisibility>().notNull(),
  donorOrganisationId: text('donor_organisation_id'),
  donorPartnerId: text('donor_partner_id'),
  donorName: text('donor_name'),
});
