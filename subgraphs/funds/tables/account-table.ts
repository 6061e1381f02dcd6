import { fenColumn } from '@linju/kit';
import { text } from 'drizzle-orm/pg-core';

import type { StoredAccountKind } from '../rules/account-kind.js';
import { fundsSchema } from './shared-tables.js';

/** Accounts that keep a balance. WORLD and USE have no row: every second transfer would change it. */
export const accountTable = fundsSchema.table('account', {
  code: text('code').notNull(),
  kind: text('kind').$type<StoredAccountKind>().notNull(),
  fundId: text('fund_id'),
  purpose: text('purpose'),
  partnerId: text('partner_id'),
  placeCode: text('place_code'),
  districtCode: text('district_code').notNull(),
  // Kept by each posting in its own transaction; `linju ledger verify` works them out again.
  postedIn: fenColumn('posted_in').notNull(),
  postedOut: fenColumn('posted_out').notNull(),
  pendingIn: fenColumn('pending_in').notNull(),
  pendingOut: fenColumn('pending_out').notNull(),
});
