import { getTableColumns } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';

import { systemViewer } from '../call/viewer.js';
import type { QuantityQualifier } from '../values/quantity-qualifier.js';
import type { ReportedFigureKind } from '../values/reported-figure.js';
import type { Unit } from '../values/unit.js';
import {
  scopeOf,
  type CommandParts,
  type RecordProvenance,
  type WriteScope,
} from '../write/write-scope.js';
import type { BaseTables } from './base-tables.js';
import { codeOf, driverErrorOf } from './retry.js';

/** One record of a seed: its row, what else is stored with it, and where it comes from. */
export interface SeedRecord {
  readonly type: string;
  /** Its id or code. */
  readonly id: string;
  readonly districtCode: string | null;
  readonly table: PgTable;
  readonly row: Readonly<Record<string, unknown>>;
  /** Rows of side tables, written when the record itself is new. */
  readonly beside?: readonly { readonly table: PgTable; readonly row: object }[];
  readonly provenance?: Omit<RecordProvenance, 'type' | 'id' | 'districtCode'>;
  /** Its past, oldest first. */
  readonly transitions?: readonly SeedTransition[];
  readonly reportedFigures?: readonly SeedFigure[];
}

/** One move of a seeded record; several of one record get numbered ids. */
export interface SeedTransition {
  readonly from: string | null;
  readonly to: string;
  readonly effectiveAt: Date;
  readonly reason?: string;
}

/** A stated total of a seeded record. `provenance` is the record's own unless given. */
export interface SeedFigure {
  readonly key: string;
  readonly value: number;
  readonly qualifier?: QuantityQualifier;
  readonly unit: Unit;
  readonly kind?: ReportedFigureKind;
  readonly periodFrom?: Date;
  readonly periodTo?: Date;
  readonly asOf?: Date;
  readonly provenance?: Omit<RecordProvenance, 'type' | 'id' | 'districtCode'>;
}

/**
 * Writes a seed in one transaction: all of it or nothing, whenever the process ends. A record that
 * is there already is left as it is, so a second run changes nothing and tells nobody.
 * @param progress told after each record: how many of how many
 * @returns how many records the seed holds
 */
export async function plantSeed(
  parts: Omit<CommandParts, 'viewer'>,
  records: readonly SeedRecord[],
  progress: (done: number, total: number) => void = () => {},
): Promise<number> {
  const command = { ...parts, viewer: systemViewer };
  await parts.database.write(systemViewer, { repeatable: true }, async (tx) => {
    const scope = scopeOf(command, tx, parts.clock.now());
    for (const [index, record] of records.entries()) {
      await plantRecord(scope, parts.tables, record);
      progress(index + 1, records.length);
    }
  });
  return records.length;
}

async function plantRecord(
  scope: WriteScope,
  tables: BaseTables,
  record: SeedRecord,
): Promise<void> {
  const { type, id, districtCode } = record;
  if (!(await insertIfNew(scope, record))) return;
  for (const { table, row } of record.beside ?? []) {
    await scope.tx.db.insert(table).values(row as never);
  }
  if (record.provenance) await scope.provenance({ type, id, districtCode, ...record.provenance });
  await plantTransitions(scope, tables, record);
  await plantFigures(scope, tables, record);
  await scope.changed({ type, id, districtCode, change: 'CREATED' });
}

// Only the record itself may be there already. A value that must be unique and stands in another record
// is a mistake of the seed, which would else lose this record without a word.
async function insertIfNew(
  { tx }: WriteScope,
  { type, id, table, row }: SeedRecord,
): Promise<boolean> {
  const columns = getTableColumns(table);
  const insert = tx.db.insert(table).values(row as never);
  try {
    const inserted = await insert
      .onConflictDoNothing(columns['id'] ? { target: columns['id'] } : {})
      .returning({ one: firstColumnOf(table) });
    return inserted.length > 0;
  } catch (error) {
    if (!codeOf(error).startsWith('23')) throw error;
    throw new Error(`The seed’s record ${type} ${id} breaks a constraint of its table.`, {
      // eslint-disable-next-line preserve-caught-error -- drizzle's error repeats every value of the row
      cause: driverErrorOf(error),
    });
  }
}

async function plantTransitions(
  { tx, now }: WriteScope,
  { transition }: BaseTables,
  { type, id, districtCode, transitions = [] }: SeedRecord,
): Promise<void> {
  if (transitions.length === 0) return;
  await tx.db.insert(transition).values(
    transitions.map(({ from, to, effectiveAt, reason }, index) => ({
      id: `transition_${id}_${index + 1}`,
      entityType: type,
      entityId: id,
      districtCode,
      fromState: from,
      toState: to,
      effectiveAt,
      recordedAt: now,
      reason: reason ?? null,
    })),
  );
}

async function plantFigures(
  scope: WriteScope,
  { reportedFigure }: BaseTables,
  record: SeedRecord,
): Promise<void> {
  const { type, id, districtCode } = record;
  for (const figure of record.reportedFigures ?? []) {
    const figureId = `reportedfigure_${id}_${figure.key}`;
    await scope.tx.db.insert(reportedFigure).values({
      id: figureId,
      subjectType: type,
      subjectId: id,
      districtCode,
      key: figure.key,
      value: figure.value,
      qualifier: figure.qualifier ?? 'EXACT',
      unit: figure.unit,
      kind: figure.kind ?? 'FACT',
      periodFrom: figure.periodFrom ?? null,
      periodTo: figure.periodTo ?? null,
      asOf: figure.asOf ?? null,
    });
    const provenance = figure.provenance ?? record.provenance;
    if (provenance) {
      await scope.provenance({ type: 'ReportedFigure', id: figureId, districtCode, ...provenance });
    }
  }
}

function firstColumnOf(table: PgTable) {
  const [column] = Object.values(getTableColumns(table));
  if (!column) throw new Error('A seeded table has at least one column.');
  return column;
}
