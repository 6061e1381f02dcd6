import { refuse, requireArea, runCommand, workflowSourceId, type CommandParts } from '@linju/kit';

import { amountFenMax } from '../rules/amount.js';
import { requireWriter } from '../rules/may-write.js';
import { parsePlace } from '../rules/place.js';
import type { SetBudgetLineInput } from '../schema/set-budget-line-input.js';
import { budgetLineTable } from '../tables/budget-line-table.js';
import { sharedTables } from '../tables/shared-tables.js';
import { requireCodes } from './require-codes.js';

/**
 * Enters a line of benefit money. A line that is there is final: PROPOSED, APPROVED and EXECUTED stand
 * once each, and every change after approval is a line of its own, ADJUSTED.
 * @throws Refusal NOT_AUTHORISED, AMOUNT_REFUSED, DUPLICATE, NOT_FOUND, CODE_RETIRED, BAD_USER_INPUT
 */
export const setBudgetLine = (parts: CommandParts, input: SetBudgetLineInput) =>
  runCommand(parts, 'setBudgetLine', input, async (scope) => {
    const place = parsePlace('place', input.place);
    const { districtCode } = place;
    requireWriter(scope.viewer, districtCode);
    await requireArea(scope.tx, sharedTables, place);
    await requireCodes(scope, 'Purpose', [input.purpose], 'purpose');
    const { year, phase, functionalCode, economicCode, purpose, amountFen } = input;
    requireBudget(year, amountFen);

    const id = scope.newId('BudgetLine');
    await scope.tx.db.insert(budgetLineTable).values({
      ...place,
      ...{ id, year, phase, functionalCode, economicCode, purpose, amountFen },
      recordedAt: scope.now,
    });
    const entity = { type: 'BudgetLine', id, districtCode };
    await scope.provenance({ ...entity, sourceId: workflowSourceId, method: 'RECORDED' });
    await scope.changed({ ...entity, change: 'CREATED' });
    return { id };
  });

function requireBudget(year: number, amountFen: bigint): void {
  if (year < 1900 || year > 2199) {
    refuse('BAD_USER_INPUT', { field: 'year', message: `year is 1900 to 2199; received ${year}.` });
  }
  if (amountFen >= 0n && amountFen <= amountFenMax) return;
  refuse('AMOUNT_REFUSED', {
    field: 'amountFen',
    message: `amountFen is 0 to ${amountFenMax} fen; received ${amountFen}.`,
  });
}
