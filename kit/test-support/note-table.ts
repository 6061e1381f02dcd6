import { jsonb, text } from 'drizzle-orm/pg-core';

import { baseTables, dayColumn, fenColumn, instantColumn } from '../data/base-tables.js';

/** The tables that every schema has, in `lab`. */
export const labTables = baseTables('lab');

/** Notes: under a parent, in a district and perhaps a street; one column of each stored type. */
export const noteTable = labTables.schema.table('note', {
  id: text('id').notNull(),
  parent: text('parent').notNull(),
  districtCode: text('district_code').notNull(),
  streetCode: text('street_code'),
  name: text('name').notNull(),
  at: instantColumn('at').notNull(),
  day: dayColumn('day'),
  fen: fenColumn('fen').notNull(),
  tags: text('tags').array().notNull(),
  body: jsonb('body'),
});

/** Internal (P1) companions of notes. */
export const noteInternalTable = labTables.schema.table('note_internal', {
  noteId: text('note_id').notNull(),
  districtCode: text('district_code').notNull(),
  partnerId: text('partner_id'),
  orderNumber: text('order_number').notNull(),
});
