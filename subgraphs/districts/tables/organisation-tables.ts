import { sql } from 'drizzle-orm';
import { text } from 'drizzle-orm/pg-core';

import type { EnterpriseTier } from '../rules/enterprise-tier.js';
import type { OrganisationKind } from '../rules/organisation-kind.js';
import { districtsSchema } from './shared-tables.js';

/** Bodies that act. */
export const organisationTable = districtsSchema.table('organisation', {
  id: text('id').notNull(),
  name: text('name').notNull(),
  uscc: text('uscc'),
  kind: text('kind').$type<OrganisationKind>().notNull(),
  parentId: text('parent_id'),
  seatDistrictCode: text('seat_district_code'),
  foundedOn: text('founded_on'),
  dissolvedOn: text('dissolved_on'),
  // Set on the record that is given up; readers of its id are shown the survivor.
  mergedInto: text('merged_into'),
  // Worked out by the database: mergedInto, or the row's own id while it stands.
  survivorId: text('survivor_id')
    .notNull()
    .generatedAlwaysAs(sql`coalesce(merged_into, id)`),
});

/** Other and former names of organisations. */
export const organisationNameTable = districtsSchema.table('organisation_name', {
  organisationId: text('organisation_id').notNull(),
  name: text('name').notNull(),
  validFrom: text('valid_from'),
  validTo: text('valid_to'),
});

/** Identifiers of organisations in other registers. */
export const organisationIdentifierTable = districtsSchema.table('organisation_identifier', {
  organisationId: text('organisation_id').notNull(),
  scheme: text('scheme').notNull(),
  value: text('value').notNull(),
});

/** Tiers of enterprises over time. */
export const organisationTierTable = districtsSchema.table('organisation_tier', {
  organisationId: text('organisation_id').notNull(),
  tier: text('tier').$type<EnterpriseTier>().notNull(),
  since: text('since'),
});
