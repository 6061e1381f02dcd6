import { recordMove, requireSettledMove, runCommand, type CommandParts } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { offeringStates } from '../rules/offering-status.js';
import type { MoveServiceOfferingInput } from '../schema/service-offering-inputs.js';
import { serviceOfferingTable } from '../tables/service-offering-tables.js';
import { requireWritable } from './require-record.js';

/**
 * Says whether a service can be had.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, MOVE_NOT_ALLOWED, BAD_USER_INPUT
 */
export const moveServiceOffering = (parts: CommandParts, input: MoveServiceOfferingInput) =>
  runCommand(parts, 'moveServiceOffering', input, async (scope) => {
    const { to } = input;
    const offering = await requireWritable(
      scope,
      'ServiceOffering',
      input.offeringId,
      'offeringId',
    );
    const moved = { from: offering.status, to, written: input };
    const move = await requireSettledMove(scope, offeringStates, offering, moved);

    await scope.tx.db
      .update(serviceOfferingTable)
      .set({ status: to })
      .where(eq(serviceOfferingTable.id, offering.id));
    await recordMove(scope, 'ServiceOffering', offering, move);
    return { id: offering.id };
  });
