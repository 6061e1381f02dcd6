import { instantColumn } from '@linju/kit';
import { text } from 'drizzle-orm/pg-core';

import type { PartnerType } from '../rules/partner-type.js';
import type { PremisesState } from '../rules/premises-state.js';
import { partnersSchema } from './shared-tables.js';

/** Organisations and persons who take part in building a community. */
export const partnerTable = partnersSchema.table('partner', {
  id: text('id').notNull(),
  type: text('type').$type<PartnerType>().notNull(),
  // Codes of the list PartnerSubtype, which districts extend.
  subtypes: text('subtypes').array().notNull(),
  // Of a person never the name: see rules/display-name.ts.
  displayName: text('display_name').notNull(),
  organisationId: text('organisation_id'),
  cityCode: text('city_code').notNull(),
  districtCode: text('district_code'),
  streetCode: text('street_code'),
  communityId: text('community_id'),
  premisesState: text('premises_state').$type<PremisesState>().notNull(),
  honours: text('honours').array().notNull(),
  lastVerifiedAt: instantColumn('last_verified_at'),
  verifiedBy: text('verified_by'),
  // Set on the record that is given up; readers of its id are shown the survivor.
  mergedInto: text('merged_into'),
});

/** How to reach an individual partner. Class P2, so it stands apart: row policies hide rows, not columns. */
export const partnerPersonalTable = partnersSchema.table('partner_personal', {
  partnerId: text('partner_id').notNull(),
  districtCode: text('district_code').notNull(),
  contactName: text('contact_name').notNull(),
  phone: text('phone').notNull(),
});

/** The facilities that partners work from. */
export const partnerPremisesTable = partnersSchema.table('partner_premises', {
  partnerId: text('partner_id').notNull(),
  facilityId: text('facility_id').notNull(),
  districtCode: text('district_code'),
});
