import type { Schedule } from '@linju/kit';
import { jsonb, text } from 'drizzle-orm/pg-core';

import type { ResourceKind } from '../rules/resource-kind.js';
import { partnersSchema } from './shared-tables.js';

/** What organisations and partners can give. */
export const resourceItemTable = partnersSchema.table('resource_item', {
  id: text('id').notNull(),
  title: text('title').notNull(),
  kind: text('kind').$type<ResourceKind>().notNull(),
  // One of the two.
  ownerOrganisationId: text('owner_organisation_id'),
  ownerPartnerId: text('owner_partner_id'),
  districtCode: text('district_code').notNull(),
  streetCode: text('street_code'),
  communityId: text('community_id'),
  available: jsonb('available').$type<Schedule>(),
});
