import { boolean, text } from 'drizzle-orm/pg-core';

import { districtsSchema } from './shared-tables.js';

/** Rule books that bind in an area. */
export const policyInstrumentTable = districtsSchema.table('policy_instrument', {
  id: text('id').notNull(),
  title: text('title').notNull(),
  documentNo: text('document_no'),
  issuerId: text('issuer_id'),
  // The area it binds: a province (430000), a city or a district.
  scopeCode: text('scope_code').notNull(),
  trial: boolean('trial').notNull(),
  effectiveFrom: text('effective_from'),
  effectiveTo: text('effective_to'),
  supersedes: text('supersedes'),
  basisFor: text('basis_for').array().notNull(),
});
