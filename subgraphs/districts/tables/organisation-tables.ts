import { text } from 'drizzle-orm/pg-core';

import type { OrganisationKind } from '../rules/organisation-kind.js';
import { districtsSchema } from './shared-tables.js';

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
});

export const organisationNameTable = districtsSchema.table('organisation_name', {
  organisationId: text('organisation_id').notNull(),
  name: text('name').notNull(),
  validFrom: text('valid_from'),
  validTo: text('valid_to'),
});

export const organisationIdentifierTable = districtsSchema.table('organisation_identifier', {
  organisationId: text('organisation_id').notNull(),
  scheme: text('scheme').notNull(),
  value: text('value').notNull(),
});

export const organisationTierTable = districtsSchema.table('organisation_tier', {
  organisationId: text('organisation_id').notNull(),
  tier: text('tier').notNull(),
  since: text('since'),
});
