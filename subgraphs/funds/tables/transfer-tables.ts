import { fenColumn, instantColumn } from '@linju/kit';
import { boolean, integer, text } from 'drizzle-orm/pg-core';

import type { DonorKind } from '../rules/donor-kind.js';
import type { DonorVisibility } from '../rules/donor-visibility.js';
import type { InflowChannel } from '../rules/inflow-channel.js';
import type { OutcomeType } from '../rules/outcome-type.js';
import type { TransferCode } from '../rules/transfer-code.js';
import type { TransferPhase } from '../rules/transfer-phase.js';
import type { TransferState } from '../rules/transfer-state.js';
import { fundsSchema } from './shared-tables.js';

const transferColumns = {
  id: text('id').notNull(),
  setId: text('set_id').notNull(),
  setSize: integer('set_size').notNull(),
  line: integer('line').notNull(),
  districtCode: text('district_code').notNull(),
  fundId: text('fund_id'),
  // The partner it concerns in public: by its account or as its source, never as a donor.
  partnerId: text('partner_id'),
  fromAccount: text('from_account').notNull(),
  toAccount: text('to_account').notNull(),
  amountFen: fenColumn('amount_fen').notNull(),
  code: text('code').$type<TransferCode>().notNull(),
  channel: text('channel').$type<InflowChannel>(),
  phase: text('phase').$type<TransferPhase>(),
  purpose: text('purpose'),
  corrects: text('corrects'),
  correctionNote: text('correction_note'),
  sourceType: text('source_type'),
  sourceId: text('source_id'),
  valuationBasis: text('valuation_basis'),
  effectiveAt: instantColumn('effective_at').notNull(),
  recordedAt: instantColumn('recorded_at').notNull(),
  imported: boolean('imported').notNull(),
  relatedParty: boolean('related_party'),
  donorKind: text('donor_kind').$type<DonorKind>(),
  donorVisibility: text('donor_visibility').$type<DonorVisibility>().notNull(),
  donorDigest: text('donor_digest'),
  noteDigest: text('note_digest'),
};

/** Transfers; inserted only. */
export const transferTable = fundsSchema.table('transfer', transferColumns);

/**
 * A view: a transfer with the state of its set and, where the row policies let the viewer see them,
 * its donor, its note and the key it was posted under. Read with the viewer's own rights.
 */
export const transferShownTable = fundsSchema.table('transfer_shown', {
  ...transferColumns,
  state: text('state').$type<TransferState>().notNull(),
  resolvedAt: instantColumn('resolved_at'),
  resolvedRecordedAt: instantColumn('resolved_recorded_at'),
  resolvedReason: text('resolved_reason'),
  donorOrganisationId: text('donor_organisation_id'),
  donorPartnerId: text('donor_partner_id'),
  donorName: text('donor_name'),
  note: text('note'),
  idempotencyKey: text('idempotency_key'),
});

/** Who gave (P2), apart from the transfer, under a row policy of its own. */
export const transferPersonalTable = fundsSchema.table('transfer_personal', {
  transferId: text('transfer_id').notNull(),
  districtCode: text('district_code').notNull(),
  visibility: text('visibility').$type<DonorVisibility>().notNull(),
  organisationId: text('organisation_id'),
  partnerId: text('partner_id'),
  name: text('name'),
  salt: text('salt').notNull(),
});

/** What transfers paid for; inserted only. */
export const transferOutcomeTable = fundsSchema.table('transfer_outcome', {
  transferId: text('transfer_id').notNull(),
  outcomeType: text('outcome_type').$type<OutcomeType>().notNull(),
  outcomeId: text('outcome_id').notNull(),
  weightBps: integer('weight_bps').notNull(),
  districtCode: text('district_code').notNull(),
});

/** How much of each outcome is paid for by transfers of a district that stand; a check keeps it within the whole. */
export const outcomeWeightTable = fundsSchema.table('outcome_weight', {
  outcomeType: text('outcome_type').$type<OutcomeType>().notNull(),
  outcomeId: text('outcome_id').notNull(),
  weightBps: integer('weight_bps').notNull(),
  districtCode: text('district_code').notNull(),
});
