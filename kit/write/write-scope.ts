import type { Viewer } from '../call/viewer.js';
import type { Clock } from '../clock.js';
import type { BaseTables } from '../data/base-tables.js';
import type { Database } from '../data/database.js';
import { appendToOutbox, type ChangeKind } from '../data/outbox.js';
import type { Transaction } from '../data/transaction.js';
import type { NewId } from '../ids.js';
import type { ProvenanceMethod, Confidence } from '../values/provenance.js';

/** What a subgraph needs to carry out writes for one viewer. */
export interface CommandParts {
  readonly database: Database;
  readonly tables: BaseTables;
  readonly viewer: Viewer;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** A running write: its transaction, and what every write does beside its own rows. */
export interface WriteScope {
  readonly tx: Transaction;
  /** The tables that all subgraphs have. */
  readonly tables: BaseTables;
  readonly viewer: Viewer;
  /** One instant for all that this write records. */
  readonly now: Date;
  readonly newId: NewId;
  /** Appends to the outbox. Every write does, once per entity it touched. */
  changed(change: ChangedEntity): Promise<void>;
  /** Says where a new record comes from. */
  provenance(record: RecordProvenance): Promise<void>;
  /** Appends to the past of a record with a state. */
  transition(move: RecordedMove): Promise<void>;
}

/** A record, and the district whose officers may write it; null: no one district. */
export interface EntityRef {
  readonly type: string;
  readonly id: string;
  readonly districtCode: string | null;
}

/** A record that a write made, changed or took away. */
export interface ChangedEntity extends EntityRef {
  readonly change: ChangeKind;
}

/** Where a new record comes from; HIGH confidence and no instant unless said. */
export interface RecordProvenance extends EntityRef {
  readonly sourceId: string;
  readonly method: ProvenanceMethod;
  readonly asOf?: Date | null;
  readonly confidence?: Confidence;
  readonly rawText?: string | null;
}

/** One move of a record with a state; `from` is null where the record begins. */
export interface RecordedMove extends EntityRef {
  readonly from: string | null;
  readonly to: string;
  readonly effectiveAt: Date;
  readonly actorOrg?: string | null;
  readonly actorRole?: string | null;
  readonly reason?: string | null;
  readonly note?: string | null;
}

/** The source of what people enter in linju itself; every seed makes it. */
export const workflowSourceId = 'source_seed_workflow';

/** The parts of a write beside its own rows, for writers that are not commands (the seed). */
export function scopeOf(parts: CommandParts, tx: Transaction, now: Date): WriteScope {
  const { tables, viewer, newId } = parts;
  return {
    tx,
    tables,
    viewer,
    now,
    newId,
    changed: ({ type, id, districtCode, change }) =>
      appendToOutbox(tx, tables, { entityType: type, entityId: id, districtCode, change, at: now }),
    provenance: (record) => recordProvenance(tx, tables, record, now),
    transition: (move) =>
      recordTransition(tx, tables, {
        ...move,
        transitionId: newId('transition'),
        recordedAt: now,
      }),
  };
}

async function recordProvenance(
  tx: Transaction,
  { provenance, provenanceInternal }: BaseTables,
  record: RecordProvenance,
  now: Date,
): Promise<void> {
  const entity = {
    entityType: record.type,
    entityId: record.id,
    districtCode: record.districtCode,
  };
  await tx.db
    .insert(provenance)
    .values({
      ...entity,
      sourceId: record.sourceId,
      method: record.method,
      asOf: record.asOf ?? null,
      recordedAt: now,
      confidence: record.confidence ?? 'HIGH',
    })
    .onConflictDoNothing();
  if (record.rawText) {
    await tx.db
      .insert(provenanceInternal)
      .values({ ...entity, rawText: record.rawText })
      .onConflictDoNothing();
  }
}

async function recordTransition(
  tx: Transaction,
  { transition, transitionInternal }: BaseTables,
  move: RecordedMove & { readonly transitionId: string; readonly recordedAt: Date },
): Promise<void> {
  await tx.db.insert(transition).values({
    id: move.transitionId,
    entityType: move.type,
    entityId: move.id,
    districtCode: move.districtCode,
    fromState: move.from,
    toState: move.to,
    effectiveAt: move.effectiveAt,
    recordedAt: move.recordedAt,
    actorOrg: move.actorOrg ?? null,
    actorRole: move.actorRole ?? null,
    reason: move.reason ?? null,
  });
  if (move.note) {
    await tx.db.insert(transitionInternal).values({
      transitionId: move.transitionId,
      districtCode: move.districtCode,
      note: move.note,
    });
  }
}
