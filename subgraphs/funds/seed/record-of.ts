import type { SeedRecord } from '@linju/kit';
import type { InferInsertModel } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

/** A seed record whose row the compiler checks against its table. */
export interface TypedRecord<Table extends PgTable> extends Omit<SeedRecord, 'table' | 'row'> {
  readonly table: Table;
  readonly row: InferInsertModel<Table>;
}

/** Makes a seed record; a missing or misspelt column does not compile. */
export const recordOf = <Table extends PgTable>(record: TypedRecord<Table>): SeedRecord => record;
