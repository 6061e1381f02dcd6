import { createHash } from 'node:crypto';

import { and, eq } from 'drizzle-orm';

import { checkValue } from '../check-input.js';
import type { Transaction } from '../data/transaction.js';
import { refuse } from '../errors.js';
import { canonicalJson } from '../values/canonical-json.js';
import { scopeOf, type CommandParts, type WriteScope } from './write-scope.js';

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

function requireKey(key: string): string {
  if (key.length >= 1 && key.length <= 255) return key;
  return refuse('BAD_USER_INPUT', {
    field: 'idempotencyKey',
    message: 'An idempotency key has 1 to 255 characters. A random UUID is a good one.',
  });
}

const hashOf = (name: string, input: object): string =>
  createHash('sha256')
    .update(name)
    .update('\n')
    .update(canonicalJson(comparable(input)))
    .digest('hex');

// What is null and what is left out ask for the same. A fraction has no canonical JSON; whether one may stand
// here is for the rule of its field to say, in better words.
function comparable(value: unknown): unknown {
  if (typeof value === 'number') {
    return Number.isInteger(value) || Number.isNaN(value) ? value : `number ${value}`;
  }
  if (Array.isArray(value)) return value.map(comparable);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const given = Object.entries(value).filter(([, field]) => field !== null);
  return Object.fromEntries(given.map(([key, field]) => [key, comparable(field)]));
}
