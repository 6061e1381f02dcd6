import { sql } from 'drizzle-orm';
import { integer, text } from 'drizzle-orm/pg-core';

import { districtsSchema } from './shared-tables.js';

/** Communities and villages. */
export const communityTable = districtsSchema.table('community', {
  id: text('id').notNull(),
  name: text('name').notNull(),
  aliases: text('aliases').array().notNull(),
  kind: text('kind').$type<'RESIDENTS' | 'VILLAGE' | 'QUASI'>().notNull(),
  districtCode: text('district_code').notNull(),
  // Null where the source names the community but not its street.
  streetCode: text('street_code'),
  code12: text('code12'),
  code12ReasonIfNull: text('code12_reason_if_null'),
  urbanRuralClass: text('urban_rural_class'),
  methodTags: text('method_tags').array().notNull(),
  mergedInto: text('merged_into'),
  // Worked out by the database: mergedInto, or the row's own id while it stands.
  survivorId: text('survivor_id')
    .notNull()
    .generatedAlwaysAs(sql`coalesce(merged_into, id)`),
});

/** Housing estates within communities. */
export const estateTable = districtsSchema.table('estate', {
  id: text('id').notNull(),
  name: text('name').notNull(),
  communityId: text('community_id').notNull(),
  districtCode: text('district_code').notNull(),
  aliases: text('aliases').array().notNull(),
  blocks: text('blocks').array().notNull(),
  builtDecade: integer('built_decade'),
  propertyFirmId: text('property_firm_id'),
  committeeMembers: integer('committee_members'),
  committeePartyMembers: integer('committee_party_members'),
});

/** The patches of grid workers within communities. */
export const gridTable = districtsSchema.table('grid', {
  id: text('id').notNull(),
  name: text('name').notNull(),
  communityId: text('community_id').notNull(),
  districtCode: text('district_code').notNull(),
  localNumber: text('local_number'),
});
