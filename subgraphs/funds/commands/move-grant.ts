import { checkOptionalText, refuse, requireMove, runCommand, type CommandParts } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { grantStates, requireAward } from '../rules/grant-state.js';
import type { MoveGrantInput } from '../schema/move-grant-input.js';
import { grantTable } from '../tables/grant-tables.js';
import { requireGrant } from './require-grant.js';
import { requireMoveTime } from './require-move-time.js';

type GrantRow = Awaited<ReturnType<typeof requireGrant>>;

/**
 * Moves a grant to another state and keeps the move in its past. Approval states the award; the
 * actual period runs from the first move to IMPLEMENTATION to the move to CLOSED.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MOVE_NOT_ALLOWED, AMOUNT_REFUSED, BAD_USER_INPUT
 */
export const moveGrant = (parts: CommandParts, input: MoveGrantInput) =>
  runCommand(parts, 'moveGrant', input, async (scope) => {
    const grant = await requireGrant(scope, input.grantId);
    const { id, state, districtCode } = grant;
    requireMove(grantStates, state, input.to);
    const effectiveAt = await requireMoveTime(scope, { type: 'Grant', id }, input.effectiveAt);

    await scope.tx.db
      .update(grantTable)
      .set({
        state: input.to,
        awardedFen: awardOf(grant, input),
        ...periodAfter(grant, input, effectiveAt),
      })
      .where(eq(grantTable.id, id));
    const entity = { type: 'Grant', id, districtCode };
    await scope.transition({
      ...entity,
      from: state,
      to: input.to,
      effectiveAt,
      reason: checkOptionalText('reason', input.reason),
      note: checkOptionalText('note', input.note, { lengthMax: 1_000 }),
    });
    await scope.changed({ ...entity, change: 'CHANGED' });
    return { id };
  });

function awardOf(grant: GrantRow, { to, awardedFen }: MoveGrantInput): bigint | null {
  if (to === 'APPROVED') return requireAward(grant.appliedFen, awardedFen);
  if (awardedFen === null || awardedFen === undefined) return grant.awardedFen;
  return refuse('BAD_USER_INPUT', {
    field: 'awardedFen',
    message: 'What is awarded is stated with the move to APPROVED, and not after it.',
  });
}

function periodAfter({ actualFrom }: GrantRow, { to }: MoveGrantInput, effectiveAt: Date) {
  if (to === 'IMPLEMENTATION' && actualFrom === null) return { actualFrom: effectiveAt };
  if (to !== 'CLOSED' || (actualFrom && actualFrom >= effectiveAt)) return {};
  return { actualTo: effectiveAt };
}
