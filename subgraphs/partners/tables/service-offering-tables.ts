import { dayColumn, fenColumn, instantColumn, type Schedule } from '@linju/kit';
import { jsonb, text } from 'drizzle-orm/pg-core';

import type { OfferingStatus } from '../rules/offering-status.js';
import type { PriceTier } from '../rules/price-tier.js';
import { partnersSchema } from './shared-tables.js';

/** Services that partners offer. */
export const serviceOfferingTable = partnersSchema.table('service_offering', {
  id: text('id').notNull(),
  partnerId: text('partner_id').notNull(),
  // The partner's district.
  districtCode: text('district_code'),
  name: text('name').notNull(),
  // A code of the list ServiceKind, which districts extend.
  serviceKind: text('service_kind').notNull(),
  priceTier: text('price_tier').$type<PriceTier>().notNull(),
  priceFen: fenColumn('price_fen'),
  priceUnit: text('price_unit'),
  eligibility: text('eligibility'),
  requiredDocuments: text('required_documents'),
  status: text('status').$type<OfferingStatus>().notNull(),
  lastVerifiedAt: instantColumn('last_verified_at'),
  verifiedBy: text('verified_by'),
});

/** Where and when a service can be had. */
export const serviceAtPlaceTable = partnersSchema.table('service_at_place', {
  id: text('id').notNull(),
  offeringId: text('offering_id').notNull(),
  partnerId: text('partner_id').notNull(),
  districtCode: text('district_code').notNull(),
  communityId: text('community_id'),
  facilityId: text('facility_id'),
  schedule: jsonb('schedule').$type<Schedule>(),
  validFrom: dayColumn('valid_from'),
  validTo: dayColumn('valid_to'),
});
