import { text } from 'drizzle-orm/pg-core';

import type { FunctionalAreaKind } from '../rules/functional-area-kind.js';
import { districtsSchema } from './shared-tables.js';

/** Zones that share land with districts. */
export const functionalAreaTable = districtsSchema.table('functional_area', {
  id: text('id').notNull(),
  name: text('name').notNull(),
  kind: text('kind').$type<FunctionalAreaKind>().notNull(),
  cityCode: text('city_code').notNull(),
  // The statutory district that records are attributed to; null where the sources name none.
  primaryDistrictCode: text('primary_district_code'),
  validFrom: text('valid_from'),
  validTo: text('valid_to'),
});

/** Which districts a zone shares land with. */
export const functionalAreaOverlapTable = districtsSchema.table('functional_area_overlap', {
  functionalAreaId: text('functional_area_id').notNull(),
  districtCode: text('district_code').notNull(),
});
