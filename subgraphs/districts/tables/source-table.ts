import type { SourceKind } from '@linju/kit';
import { text } from 'drizzle-orm/pg-core';

import { districtsSchema } from './shared-tables.js';

/** Documents, registers and systems that records rest on. */
export const sourceTable = districtsSchema.table('source', {
  id: text('id').notNull(),
  title: text('title').notNull(),
  kind: text('kind').$type<SourceKind>().notNull(),
  publishedOn: text('published_on'),
  dateBasis: text('date_basis'),
});
