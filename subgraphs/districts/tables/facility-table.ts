import { fenColumn, type Schedule } from '@linju/kit';
import { sql } from 'drizzle-orm';
import { integer, jsonb, text } from 'drizzle-orm/pg-core';

import type { FacilityStatus } from '../rules/facility-status.js';
import type { FeePeriod } from '../rules/fee-period.js';
import { districtsSchema } from './shared-tables.js';

/** Places people go to. */
export const facilityTable = districtsSchema.table('facility', {
  id: text('id').notNull(),
  name: text('name').notNull(),
  // A code of the list FacilityKind, which districts extend.
  kind: text('kind').notNull(),
  districtCode: text('district_code').notNull(),
  streetCode: text('street_code'),
  communityId: text('community_id'),
  operatorId: text('operator_id'),
  ownerId: text('owner_id'),
  areaM2: integer('area_m2'),
  seats: integer('seats'),
  rooms: text('rooms'),
  openingHours: jsonb('opening_hours').$type<Schedule>(),
  feeFen: fenColumn('fee_fen'),
  feePeriod: text('fee_period').$type<FeePeriod>(),
  networkId: text('network_id'),
  status: text('status').$type<FacilityStatus>().notNull(),
  mergedInto: text('merged_into'),
  // Worked out by the database: mergedInto, or the row's own id while it stands.
  survivorId: text('survivor_id')
    .notNull()
    .generatedAlwaysAs(sql`coalesce(merged_into, id)`),
});
