import {
  recordMove,
  requireSettledMove,
  runCommand,
  shanghaiDate,
  type CommandParts,
} from '@linju/kit';
import { eq } from 'drizzle-orm';

import { agreementStates, requireRunOut } from '../rules/agreement-states.js';
import type { MoveAgreementInput } from '../schema/agreement-inputs.js';
import { agreementTable } from '../tables/agreement-tables.js';
import { requireWritable } from './require-record.js';

/**
 * Moves an agreement: sign, put in force, let run out, end early. Signing notes the day.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MOVE_NOT_ALLOWED, RULE_VIOLATED, BAD_USER_INPUT
 */
export const moveAgreement = (parts: CommandParts, input: MoveAgreementInput) =>
  runCommand(parts, 'moveAgreement', input, async (scope) => {
    const { to } = input;
    const agreement = await requireWritable(scope, 'Agreement', input.agreementId, 'agreementId');
    const moved = { from: agreement.state, to, written: input };
    const move = await requireSettledMove(scope, agreementStates, agreement, moved);
    requireRunOut(to, agreement.periodTo, move.effectiveAt);

    await scope.tx.db
      .update(agreementTable)
      .set({ state: to, ...(to === 'SIGNED' && { signedOn: shanghaiDate(move.effectiveAt) }) })
      .where(eq(agreementTable.id, agreement.id));
    await recordMove(scope, 'Agreement', agreement, move);
    return { id: agreement.id };
  });
