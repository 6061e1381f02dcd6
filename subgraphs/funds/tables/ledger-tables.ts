import { instantColumn, wholeColumn } from '@linju/kit';
import { integer, text } from 'drizzle-orm/pg-core';

import type { ResolvedState } from '../rules/transfer-state.js';
import { fundsSchema } from './shared-tables.js';

/**
 * The head of each hash chain, one per ledger: a fund, or a district for money that touches no fund.
 * Its row is locked last of all, so whoever holds it waits for nobody.
 */
export const ledgerHeadTable = fundsSchema.table('ledger_head', {
  ledgerId: text('ledger_id').notNull(),
  districtCode: text('district_code').notNull(),
  position: wholeColumn('position').notNull(),
  hash: text('hash').notNull(),
});

/** Sets of transfers; inserted only. */
export const transferSetTable = fundsSchema.table('transfer_set', {
  id: text('id').notNull(),
  size: integer('size').notNull(),
  districtCode: text('district_code').notNull(),
  // Who posted it under which key: kept for ever, since a key never posts twice.
  caller: text('caller').notNull(),
  idempotencyKey: text('idempotency_key').notNull(),
});

/** The one row that ends the waiting of a set. Its key is the set, so a second one cannot be. */
export const setResolutionTable = fundsSchema.table('set_resolution', {
  setId: text('set_id').notNull(),
  districtCode: text('district_code').notNull(),
  state: text('state').$type<ResolvedState>().notNull(),
  // Null: posted at once, so each transfer took effect at its own instant.
  effectiveAt: instantColumn('effective_at'),
  recordedAt: instantColumn('recorded_at').notNull(),
  reason: text('reason'),
});
