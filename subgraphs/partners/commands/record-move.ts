import {
  checkOptionalText,
  refuse,
  requireMove,
  type StateMachine,
  type WriteScope,
} from '@linju/kit';
import { and, desc, eq } from 'drizzle-orm';

import { requireEffectiveInstant } from '../rules/effective-instant.js';
import { sharedTables } from '../tables/shared-tables.js';
import { parseOptionalId } from './require-place.js';

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

interface MovedRecord {
  readonly id: string;
  readonly districtCode: string | null;
}

/**
 * Settles a move of a locked record: the machine has it, and its instant lies behind the move before.
 * @throws Refusal MOVE_NOT_ALLOWED, BAD_USER_INPUT, NOT_AUTHORISED for a note from others than officers
 */
export async function requireSettledMove<State extends string>(
  scope: WriteScope,
  machine: StateMachine<State>,
  record: MovedRecord,
  {
    from,
    to,
    written,
  }: { readonly from: State; readonly to: State; readonly written: WrittenMove },
): Promise<SettledMove<State>> {
  requireMove(machine, from, to);
  const effectiveAt = requireEffectiveInstant({
    stated: written.effectiveAt,
    now: scope.now,
    lastMove: await findLastMove(scope, machine.type, record.id),
    field: 'effectiveAt',
  });
  return {
    from,
    to,
    effectiveAt,
    actorOrg: parseOptionalId('Organisation', written.actorOrganisationId, 'actorOrganisationId'),
    reason: checkOptionalText('reason', written.reason),
    note: noteOf(scope, written),
  };
}

/** Writes a settled move into the record's past and tells the outbox. */
export async function recordMove(
  scope: WriteScope,
  type: string,
  { id, districtCode }: MovedRecord,
  move: SettledMove<string>,
): Promise<void> {
  const entity = { type, id, districtCode };
  await scope.transition({ ...entity, ...move, actorRole: scope.viewer.role });
  await scope.changed({ ...entity, change: 'CHANGED' });
}

async function findLastMove({ tx }: WriteScope, type: string, id: string): Promise<Date | null> {
  const { transition } = sharedTables;
  const [last] = await tx.db
    .select({ at: transition.effectiveAt })
    .from(transition)
    .where(and(eq(transition.entityType, type), eq(transition.entityId, id)))
    .orderBy(desc(transition.effectiveAt))
    .limit(1);
  return last?.at ?? null;
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
