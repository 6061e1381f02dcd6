import { createHash } from 'node:crypto';

import { and, eq } from 'drizzle-orm';

import type { Viewer } from '../call/viewer.js';
import type { Clock } from '../clock.js';
import { checkValue } from '../check-input.js';
import { refuse } from '../errors.js';
import type { NewId } from '../ids.js';
import { canonicalJson } from '../values/canonical-json.js';
import type { ProvenanceMethod, Confidence } from '../values/provenance.js';
import type { BaseTables } from './base-tables.js';
import type { Database } from './database.js';
import { appendToOutbox, type ChangeKind } from './outbox.js';
import type { Transaction } from './transaction.js';

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

export interface EntityRef {
  readonly type: string;
  readonly id: string;
  readonly districtCode: string | null;
}

export interface ChangedEntity extends EntityRef {
  readonly change: ChangeKind;
}

export interface RecordProvenance extends EntityRef {
  readonly sourceId: string;
  readonly method: ProvenanceMethod;
  readonly asOf?: Date | null;
  readonly confidence?: Confidence;
  readonly rawText?: string | null;
}

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

/**
 * Carries out one write: one transaction with the rule, the rows, the outbox and the idempotency
 * key. The same key with the same input gives the first answer again and writes nothing.
 *
 * @param name  the mutation's name; a key belongs to one caller and one command
 * @param input what the caller sent, with `idempotencyKey` (1 to 255 characters)
 * @param perform the rule and the rows; its result is stored with the key, so it is plain JSON
 * @throws Refusal IDEMPOTENCY_KEY_REUSED when the key came with another input before
 */
export async function runCommand<
  Input extends { readonly idempotencyKey: string },
  Result extends object,
>(
  parts: CommandParts,
  name: string,
  input: Input,
  perform: (scope: WriteScope) => Promise<Result>,
): Promise<Result> {
  const key = requireKey(input.idempotencyKey);
  const requestHash = checkValue('input', () => hashOf(name, input));
  return parts.database.write(parts.viewer, { repeatable: true }, async (tx) => {
    const now = parts.clock.now();
    const first = await claimKey(tx, parts, { key, name, requestHash, now });
    if (first) return first as Result;
    const result = asStored(await perform(scopeOf(parts, tx, now)));
    await storeResult(tx, parts, key, result);
    return result;
  });
}

// The first answer is given as it is stored, so that the second can only be the same.
const asStored = <Result extends object>(result: Result): Result =>
  JSON.parse(JSON.stringify(result)) as Result;

/** The parts of a write beside its own rows, for writers that are not commands (the seed). */
export function scopeOf(parts: CommandParts, tx: Transaction, now: Date): WriteScope {
  const { tables, viewer, newId } = parts;
  return {
    tx,
    viewer,
    now,
    newId,
    changed: ({ type, id, districtCode, change }) =>
      appendToOutbox(tx, tables, { entityType: type, entityId: id, districtCode, change, at: now }),
    provenance: (record) => recordProvenance(tx, tables, record, now),
    transition: (move) => recordTransition(tx, tables, newId('transition'), move, now),
  };
}

interface Claim {
  readonly key: string;
  readonly name: string;
  readonly requestHash: string;
  readonly now: Date;
}

// The key's row is written first: of two requests at once the second waits for the first to end,
// then finds its row, or, when the first was refused, takes its place.
async function claimKey(
  tx: Transaction,
  { tables: { idempotency }, viewer }: CommandParts,
  { key, name, requestHash, now }: Claim,
): Promise<object | null> {
  const claimed = await tx.db
    .insert(idempotency)
    .values({ caller: viewer.id, key, command: name, requestHash, result: {}, at: now })
    .onConflictDoNothing()
    .returning({ key: idempotency.key });
  if (claimed.length > 0) return null;
  const [stored] = await tx.db
    .select()
    .from(idempotency)
    .where(and(eq(idempotency.caller, viewer.id), eq(idempotency.key, key)));
  if (stored?.command === name && stored.requestHash === requestHash) {
    return stored.result as object;
  }
  return refuse('IDEMPOTENCY_KEY_REUSED', {
    field: 'idempotencyKey',
    message: 'This key was used before with another input. Take a new key for a new write.',
  });
}

async function storeResult(
  tx: Transaction,
  { tables: { idempotency }, viewer }: CommandParts,
  key: string,
  result: object,
): Promise<void> {
  await tx.db
    .update(idempotency)
    .set({ result })
    .where(and(eq(idempotency.caller, viewer.id), eq(idempotency.key, key)));
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
  id: string,
  move: RecordedMove,
  now: Date,
): Promise<void> {
  await tx.db.insert(transition).values({
    id,
    entityType: move.type,
    entityId: move.id,
    districtCode: move.districtCode,
    fromState: move.from,
    toState: move.to,
    effectiveAt: move.effectiveAt,
    recordedAt: now,
    actorOrg: move.actorOrg ?? null,
    actorRole: move.actorRole ?? null,
    reason: move.reason ?? null,
  });
  if (move.note) {
    await tx.db
      .insert(transitionInternal)
      .values({ transitionId: id, districtCode: move.districtCode, note: move.note });
  }
}

function requireKey(key: string): string {
  if (key.length >= 1 && key.length <= 255) return key;
  return refuse('BAD_USER_INPUT', {
    field: 'idempotencyKey',
    message: 'An idempotency key has 1 to 255 characters. A random UUID is a good one.',
  });
}

const hashOf = (name: string, input: object): string =>
  createHash('sha256').update(name).update('\n').update(canonicalJson(input)).digest('hex');
