import { dayColumn, fenColumn, instantColumn } from '@linju/kit';
import { boolean, integer, text } from 'drizzle-orm/pg-core';

import type { AgreementState } from '../rules/agreement-states.js';
import type { BeneficiaryKind } from '../rules/beneficiary-kind.js';
import type { CooperationMode } from '../rules/cooperation-mode.js';
import type { PriceTier } from '../rules/price-tier.js';
import type { SettlementCycle } from '../rules/settlement-cycle.js';
import { partnersSchema } from './shared-tables.js';

/** What a partner and a counterparty agreed, without its money. */
export const agreementTable = partnersSchema.table('agreement', {
  id: text('id').notNull(),
  membershipId: text('membership_id').notNull(),
  partnerId: text('partner_id').notNull(),
  districtCode: text('district_code'),
  counterpartyId: text('counterparty_id').notNull(),
  communityId: text('community_id'),
  mode: text('mode').$type<CooperationMode>().notNull(),
  state: text('state').$type<AgreementState>().notNull(),
  signedOn: dayColumn('signed_on'),
  periodFrom: instantColumn('period_from'),
  periodTo: instantColumn('period_to'),
  spaceFacilityId: text('space_facility_id'),
  spaceFeeTier: text('space_fee_tier').$type<PriceTier>(),
  spaceFeeFen: fenColumn('space_fee_fen'),
  revenueShareBps: integer('revenue_share_bps').notNull(),
  beneficiaryKind: text('beneficiary_kind').$type<BeneficiaryKind>(),
  beneficiaryFundId: text('beneficiary_fund_id'),
  beneficiaryOrganisationId: text('beneficiary_organisation_id'),
  settlementCycle: text('settlement_cycle').$type<SettlementCycle>(),
  relatedParty: boolean('related_party').notNull(),
});

/** The money of an agreement. Class P1. */
export const agreementInternalTable = partnersSchema.table('agreement_internal', {
  agreementId: text('agreement_id').notNull(),
  partnerId: text('partner_id').notNull(),
  districtCode: text('district_code'),
  purchaseFen: fenColumn('purchase_fen'),
  splitCommunityBps: integer('split_community_bps'),
  splitPartnerBps: integer('split_partner_bps'),
  splitOtherBps: integer('split_other_bps'),
});
