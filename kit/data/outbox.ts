import { and, asc, sql } from 'drizzle-orm';

import { systemViewer } from '../call/viewer.js';
import { refuse } from '../errors.js';
import { invariant } from '../invariant.js';
import type { BaseTables } from './base-tables.js';
import type { Database } from './database.js';
import { statement } from './statement.js';
import type { Transaction } from './transaction.js';

/** What happened to the entity; REMOVED also when it was merged away. */
export type ChangeKind = 'CREATED' | 'CHANGED' | 'REMOVED';

/** A place in a subgraph's outbox: the writing transaction, then the row within it. Decimal strings. */
export interface ChangeCursor {
  readonly xid: string;
  readonly position: string;
}

/** One change to one entity, as the outbox tells it. */
export interface Change {
  readonly cursor: ChangeCursor;
  readonly entityType: string;
  readonly entityId: string;
  readonly change: ChangeKind;
  /** Null for what belongs to no district (a city-wide scheme). */
  readonly districtCode: string | null;
  /** When it was recorded. */
  readonly at: Date;
}

/** Appends to the outbox within the transaction of the write itself. */
export async function appendToOutbox(
  tx: Transaction,
  { outbox }: BaseTables,
  change: Omit<Change, 'cursor'>,
): Promise<void> {
  await tx.db.insert(outbox).values({ ...change });
}

/**
 * Reads changes in commit order. Rows of transactions that are still running, and all that started
 * after the oldest of them, wait for the next call: so nothing is ever passed over.
 * The reader takes the last cursor it gave (null: from the beginning) and how many changes at most, 1
 * to 1,000; it throws the Refusal BAD_CURSOR for a cursor that no outbox gave.
 */
export function outboxReader(database: Database, { outbox }: BaseTables) {
  const behind = statement(
    {
      xid: sql<string>`${outbox.xid}::text`,
      position: sql<string>`${outbox.position}::text`,
      entityType: outbox.entityType,
      entityId: outbox.entityId,
      change: outbox.change,
      districtCode: outbox.districtCode,
      at: outbox.at,
    },
    (select) =>
      select
        .from(outbox)
        .where(
          and(
            sql`(${outbox.xid}, ${outbox.position})
              > (${sql.placeholder('xid')}::text::xid8, ${sql.placeholder('position')}::bigint)`,
            sql`${outbox.xid} < pg_snapshot_xmin(pg_current_snapshot())`,
          ),
        )
        .orderBy(asc(outbox.xid), asc(outbox.position))
        .limit(sql.placeholder('limit')),
  );
  return async (after: ChangeCursor | null, limit: number): Promise<readonly Change[]> => {
    invariant(Number.isInteger(limit) && limit >= 1 && limit <= 1_000, 'limit is 1 to 1,000.');
    if (after && !isCursor(after)) refuse('BAD_CURSOR', { field: 'after', message: badCursor });
    const rows = await database.reader(systemViewer).rows(behind, {
      xid: after?.xid ?? '0',
      position: after?.position ?? '0',
      limit,
    });
    return rows.map(({ xid, position, ...change }) => ({ cursor: { xid, position }, ...change }));
  };
}

const badCursor =
  'This is no place in an outbox. Take the cursor of the last change you have read.';

const isCursor = ({ xid, position }: ChangeCursor): boolean =>
  isUpTo(xid, 2n ** 64n - 1n) && isUpTo(position, 2n ** 63n - 1n);

const isUpTo = (text: string, max: bigint): boolean =>
  /^\d{1,20}$/.test(text) && BigInt(text) <= max;
