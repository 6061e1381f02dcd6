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

/**
 * Gives several facts what they have in common, such as their kind and where they are told. A fact
 * that says otherwise itself keeps what it says.
 */
export const sharing = <Common extends object, Fact extends object>(
  common: Common,
  facts: readonly Fact[],
): readonly (Common & Fact)[] => facts.map((fact) => ({ ...common, ...fact }));
