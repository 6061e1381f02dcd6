import { and, desc, eq } from 'drizzle-orm';

import { checkOptionalText } from '../check-input.js';
import type { EntityRef, WriteScope } from './write-scope.js';
import { refuse } from '../errors.js';
import { parseOptionalId } from '../ids.js';
import { requireMove, type StateMachine } from '../state-machine.js';
import { requireNotFuture } from './require-not-future.js';

/** What every move says beside the record and the state. */
export interface WrittenMove {
  readonly effectiveAt?: Date | null | undefined;
  readonly actorOrganisationId?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly note?: string | null | undefined;
}

/** A move that the machine has and the past allows. */
export interface SettledMove<State extends string> {
  readonly from: State;
  readonly to: State;
  readonly effectiveAt: Date;
  readonly actorOrg: string | null;
  readonly reason: string | null;
  readonly note: string | null;
}

/**
 * Settles a move of a locked record: the machine has it, and its instant lies between the move before and now.
 * @throws Refusal MOVE_NOT_ALLOWED, BAD_USER_INPUT, NOT_AUTHORISED for a note from others than officers
 */
export async function requireSettledMove<State extends string>(
  scope: WriteScope,
  machine: StateMachine<State>,
  { id }: Pick<EntityRef, 'id'>,
  {
    from,
    to,
    written,
  }: { readonly from: State; readonly to: State; readonly written: WrittenMove },
): Promise<SettledMove<State>> {
  requireMove(machine, from, to);
  return {
    from,
    to,
    effectiveAt: await requireMoveInstant(scope, { type: machine.type, id }, written.effectiveAt),
    actorOrg: parseOptionalId('Organisation', written.actorOrganisationId, 'actorOrganisationId'),
    reason: checkOptionalText('reason', written.reason),
    note: noteOf(scope, written),
  };
}

/** Writes a settled move into the record's past and tells the outbox. */
export async function recordMove(
  scope: WriteScope,
  type: string,
  { id, districtCode }: Omit<EntityRef, 'type'>,
  move: SettledMove<string>,
): Promise<void> {
  const entity = { type, id, districtCode };
  await scope.transition({ ...entity, ...move, actorRole: scope.viewer.role });
  await scope.changed({ ...entity, change: 'CHANGED' });
}

// Not ahead, since what is planned has not happened; and not before the move it follows: past states are read
// in the order of these instants, so a move put in between would rewrite what was true then.
async function requireMoveInstant(
  { tx, tables: { transition }, now }: WriteScope,
  { type, id }: Pick<EntityRef, 'type' | 'id'>,
  stated: Date | null | undefined,
): Promise<Date> {
  const at = requireNotFuture('effectiveAt', stated ?? now, now);
  const [last] = await tx.db
    .select({ at: transition.effectiveAt })
    .from(transition)
    .where(and(eq(transition.entityType, type), eq(transition.entityId, id)))
    .orderBy(desc(transition.effectiveAt))
    .limit(1);
  if (!last || at >= last.at) return at;
  return refuse('BAD_USER_INPUT', {
    field: 'effectiveAt',
    message: `effectiveAt lies before ${last.at.toISOString()}, when this record came into the state it is in. Moves are recorded in the order in which they happened.`,
  });
}

function noteOf({ viewer }: WriteScope, { note }: WrittenMove): string | null {
  if (note && viewer.role === 'PARTNER_APP') {
    refuse('NOT_AUTHORISED', {
      field: 'note',
      message:
        'Internal notes are written by officers. Use reason for what the other side may read.',
    });
  }
  return checkOptionalText('note', note, { lengthMax: 1_000 });
}
