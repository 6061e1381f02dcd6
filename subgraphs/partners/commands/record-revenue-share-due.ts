import { recordNew, requireDay, runCommand, type CommandParts } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { computeDueFen, requireOwes } from '../rules/share-due.js';
import type { RecordRevenueShareDueInput } from '../schema/agreement-inputs.js';
import {
  revenueShareDueInternalTable,
  revenueShareDueTable,
} from '../tables/revenue-share-due-tables.js';
import { requireWritable } from './require-record.js';

/**
 * Enters what an agreement owes for a period. The agreement stays locked meanwhile, so that two spans cannot
 * overlap.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, RULE_VIOLATED, PERIOD_REFUSED, DUPLICATE, BAD_USER_INPUT
 */
export const recordRevenueShareDue = (parts: CommandParts, input: RecordRevenueShareDueInput) =>
  runCommand(parts, 'recordRevenueShareDue', input, async (scope) => {
    const { from, to, baseFen } = input;
    const agreement = await requireWritable(scope, 'Agreement', input.agreementId, 'agreementId');
    const known = await scope.tx.db
      .select({ from: revenueShareDueTable.periodFrom, to: revenueShareDueTable.periodTo })
      .from(revenueShareDueTable)
      .where(eq(revenueShareDueTable.agreementId, agreement.id));
    requireOwes(agreement, { from, to }, known);

    const id = scope.newId('RevenueShareDue');
    const { partnerId, districtCode } = agreement;
    await scope.tx.db.insert(revenueShareDueTable).values({
      id,
      agreementId: agreement.id,
      partnerId,
      districtCode,
      periodFrom: from,
      periodTo: to,
      dueOn: requireDay('dueOn', input.dueOn),
    });
    const dueFen = computeDueFen(baseFen, agreement.revenueShareBps);
    await scope.tx.db
      .insert(revenueShareDueInternalTable)
      .values({ dueId: id, partnerId, districtCode, baseFen, dueFen });
    return recordNew(scope, { type: 'RevenueShareDue', id, districtCode });
  });
