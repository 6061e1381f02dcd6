import {
  recordMove,
  requireDayIfGiven,
  requireSettledMove,
  runCommand,
  type CommandParts,
} from '@linju/kit';
import { eq } from 'drizzle-orm';

import { requireDone } from '../rules/distribution-days.js';
import { distributionStates } from '../rules/distribution-states.js';
import type { MoveDistributionInput } from '../schema/distribution-inputs.js';
import { distributionTable } from '../tables/distribution-table.js';
import { recipientsColumns } from './recipients-columns.js';
import { requireWritable } from './require-record.js';

/**
 * Says that a distribution was done, on which day and to how many, or that it was cancelled.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MOVE_NOT_ALLOWED, RULE_VIOLATED for one that repeats, BAD_USER_INPUT
 */
export const moveDistribution = (parts: CommandParts, input: MoveDistributionInput) =>
  runCommand(parts, 'moveDistribution', input, async (scope) => {
    const { to } = input;
    const distribution = await requireWritable(
      scope,
      'Distribution',
      input.distributionId,
      'distributionId',
    );
    const moved = { from: distribution.state, to, written: input };
    const move = await requireSettledMove(scope, distributionStates, distribution, moved);
    const doneOn = requireDayIfGiven('doneOn', input.doneOn);
    const hasRecipients = Boolean(input.recipients);
    const repeats = distribution.schedule !== null;
    requireDone({ to, doneOn, hasRecipients, repeats, now: scope.now });

    await scope.tx.db
      .update(distributionTable)
      .set({ state: to, ...(to === 'DONE' && { doneOn, ...recipientsColumns(input.recipients) }) })
      .where(eq(distributionTable.id, distribution.id));
    await recordMove(scope, 'Distribution', distribution, move);
    return { id: distribution.id };
  });
