import {
  recordMove,
  requireSettledMove,
  runCommand,
  shanghaiDate,
  type CommandParts,
} from '@linju/kit';
import { eq } from 'drizzle-orm';

import { partnerProjectStates } from '../rules/partner-project-states.js';
import type { MovePartnerProjectInput } from '../schema/partner-project-inputs.js';
import { partnerProjectTable } from '../tables/partner-project-tables.js';
import { requireWritable } from './require-record.js';

/**
 * Moves a project. One that begins without a date gets the day of the move.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MOVE_NOT_ALLOWED, BAD_USER_INPUT
 */
export const movePartnerProject = (parts: CommandParts, input: MovePartnerProjectInput) =>
  runCommand(parts, 'movePartnerProject', input, async (scope) => {
    const { to } = input;
    const project = await requireWritable(scope, 'PartnerProject', input.projectId, 'projectId');
    const moved = { from: project.state, to, written: input };
    const move = await requireSettledMove(scope, partnerProjectStates, project, moved);
    const begins = project.state === 'PLANNED' && to === 'ACTIVE' && project.startedOn === null;

    await scope.tx.db
      .update(partnerProjectTable)
      .set({ state: to, ...(begins && { startedOn: shanghaiDate(move.effectiveAt) }) })
      .where(eq(partnerProjectTable.id, project.id));
    await recordMove(scope, 'PartnerProject', project, move);
    return { id: project.id };
  });
