import { dayColumn, wholeColumn } from '@linju/kit';
import { text } from 'drizzle-orm/pg-core';

import type { DistrictKind } from '../rules/district-kind.js';
import { districtsSchema } from './shared-tables.js';

/** Prefecture-level cities. */
export const cityTable = districtsSchema.table('city', {
  code: text('code').notNull(),
  name: text('name').notNull(),
  nameEn: text('name_en').notNull(),
});

/** County-level units, also those whose code left the list. */
export const districtTable = districtsSchema.table('district', {
  code: text('code').notNull(),
  cityCode: text('city_code').notNull(),
  name: text('name').notNull(),
  nameEn: text('name_en').notNull(),
  // Null: a unit of the statistical list only, never a statutory one.
  kind: text('kind').$type<DistrictKind>(),
  aliases: text('aliases').array().notNull(),
  codeVintage: text('code_vintage').notNull(),
  validFrom: dayColumn('valid_from'),
  // A code that left the list keeps the day it left; nothing new may be placed there.
  validTo: dayColumn('valid_to'),
  replacedBy: text('replaced_by'),
});

/** Township-level units. */
export const streetTable = districtsSchema.table('street', {
  code: text('code').notNull(),
  districtCode: text('district_code').notNull(),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
  codeVintage: text('code_vintage').notNull(),
  validFrom: dayColumn('valid_from'),
  validTo: dayColumn('valid_to'),
  replacedBy: text('replaced_by'),
});

/** One row per place and vintage; without a number it holds the reason. */
export const populationTable = districtsSchema.table('population', {
  placeCode: text('place_code').notNull(),
  vintage: text('vintage').notNull(),
  persons: wholeColumn('persons'),
  qualifier: text('qualifier').notNull(),
  asOf: dayColumn('as_of').notNull(),
  reasonIfNull: text('reason_if_null'),
});
