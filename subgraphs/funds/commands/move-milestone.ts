import { refuse, runCommand, type CommandParts } from '@linju/kit';
import { and, eq } from 'drizzle-orm';

import type { MoveMilestoneInput } from '../schema/move-milestone-input.js';
import { grantMilestoneTable } from '../tables/grant-tables.js';
import { requireWritable } from './require-record.js';

/**
 * Records what became of a planned step of a grant.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, RULE_VIOLATED when a met step has no day, or another has one
 */
export const moveMilestone = (parts: CommandParts, input: MoveMilestoneInput) =>
  runCommand(parts, 'moveMilestone', input, async (scope) => {
    const { id, districtCode } = await requireWritable(scope, 'Grant', input.grantId, 'grantId');
    const { position, state, plannedOn } = input;
    const changed = await scope.tx.db
      .update(grantMilestoneTable)
      .set({
        state,
        metOn: input.metOn ?? null,
        dateModified: scope.now,
        ...(plannedOn ? { plannedOn } : {}),
      })
      .where(and(eq(grantMilestoneTable.grantId, id), eq(grantMilestoneTable.position, position)))
      .returning({ position: grantMilestoneTable.position });
    if (changed.length === 0) {
      refuse('NOT_FOUND', {
        field: 'position',
        message: `Grant ${id} has no milestone ${position}. They are counted from 1.`,
      });
    }
    await scope.changed({ type: 'Grant', id, districtCode, change: 'CHANGED' });
    return { id };
  });
