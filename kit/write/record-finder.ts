import { eq } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';

import type { Transaction } from '../data/transaction.js';
import type { WriteScope } from './write-scope.js';
import { refuse } from '../errors.js';
import { parseId, refuseUnknown } from '../ids.js';
import { requireWriter } from './require-writer.js';

/** A table of records that writes name by `id`; rows of some were merged into others. */
export type RecordTable = PgTable & { readonly id: PgColumn };

/** The tables of one subgraph, by the GraphQL type of their records. */
export type RecordTables = Readonly<Record<string, RecordTable>>;

/** How the writes of one subgraph come by the records they name. */
export interface RecordFinder<Tables extends RecordTables> {
  /**
   * A record that a write names; an id that was merged away gives the survivor. It is not locked: a lock
   * would need the right to change it, and its key cannot vanish, since nothing is deleted.
   * @throws Refusal BAD_USER_INPUT, NOT_FOUND
   */
  requireRecord<Type extends keyof Tables & string>(
    scope: Pick<WriteScope, 'tx'>,
    type: Type,
    id: string,
    field: string,
  ): Promise<Tables[Type]['$inferSelect']>;

  /**
   * The id to store for a record that a write may leave out; null where it is left out.
   * @throws Refusal BAD_USER_INPUT, NOT_FOUND
   */
  requireIdIfGiven(
    scope: Pick<WriteScope, 'tx'>,
    type: keyof Tables & string,
    id: string | null | undefined,
    field: string,
  ): Promise<string | null>;

  /**
   * The record that a write changes, locked until the write ends. Who may write it is asked before the
   * lock: row policies hide from a lock what the viewer may not change, so that a record which everybody
   * can read would seem not to be there.
   * @throws Refusal BAD_USER_INPUT, NOT_FOUND, NOT_AUTHORISED, CONFLICT
   */
  requireWritable<Type extends keyof Tables & string>(
    scope: WriteScope,
    type: Type,
    id: string,
    field: string,
  ): Promise<Tables[Type]['$inferSelect']>;

  /**
   * Locks a record that was found, and whose right to be changed was settled otherwise.
   * @throws Refusal CONFLICT when it was merged away at this moment
   */
  lockRecord<Type extends keyof Tables & string>(
    scope: Pick<WriteScope, 'tx'>,
    type: Type,
    id: string,
    field: string,
  ): Promise<Tables[Type]['$inferSelect']>;
}

type FoundRow = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly mergedInto?: string | null;
};

/**
 * Makes the finder of a subgraph.
 * @param districtCodeOf the district whose officers write a row; its column `district_code` unless said
 */
export function recordFinder<Tables extends RecordTables>(
  tables: Tables,
  districtCodeOf: (row: FoundRow) => unknown = (row) => row['districtCode'],
): RecordFinder<Tables> {
  const rowById = async (tx: Transaction, type: string, id: string, lock: boolean) => {
    const table = tables[type] as RecordTable;
    const asked = tx.db.select().from(table).where(eq(table.id, id));
    // Weaker than `for update`: records that refer to this one are still entered meanwhile.
    const [row] = await (lock ? asked.for('no key update') : asked);
    return row as FoundRow | undefined;
  };
  const finder = {
    async requireRecord({ tx }: Pick<WriteScope, 'tx'>, type: string, id: string, field: string) {
      const named = await rowById(tx, type, parseId(type, id, field), false);
      const found = named?.mergedInto ? await rowById(tx, type, named.mergedInto, false) : named;
      return found ?? refuseUnknown(type, id, field);
    },
    async requireIdIfGiven(
      scope: Pick<WriteScope, 'tx'>,
      type: string,
      id: string | null | undefined,
      field: string,
    ) {
      if (id === null || id === undefined) return null;
      return (await finder.requireRecord(scope, type, id, field)).id;
    },
    async requireWritable(scope: WriteScope, type: string, id: string, field: string) {
      const known = await finder.requireRecord(scope, type, id, field);
      requireWriter(scope.viewer, districtCodeOf(known) as string | null);
      return finder.lockRecord(scope, type, known.id, field);
    },
    async lockRecord({ tx }: Pick<WriteScope, 'tx'>, type: string, id: string, field: string) {
      const row = await rowById(tx, type, id, true);
      if (row && !row.mergedInto) return row;
      return refuse('CONFLICT', {
        field,
        message:
          'This record was merged into another at this moment. Nothing was written; try again.',
      });
    },
  };
  // Which table it is decides the type of the row, which the compiler cannot follow through a look-up.
  return finder as RecordFinder<Tables>;
}
