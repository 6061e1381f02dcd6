import {
  recordNew,
  refuse,
  requireArea,
  requireCodes,
  requireWriter,
  runCommand,
  type CommandParts,
} from '@linju/kit';

import { amountFenMax } from '../rules/amount.js';
import { parsePlace } from '../rules/place.js';
import type { RecordBudgetLineInput } from '../schema/record-budget-line-input.js';
import { budgetLineTable } from '../tables/budget-line-table.js';

/**
 * Enters a line of benefit money. A line that is there is final: PROPOSED, APPROVED and EXECUTED stand
 * once each, and every change after approval is a line of its own, ADJUSTED.
 * @throws Refusal NOT_AUTHORISED, AMOUNT_REFUSED, DUPLICATE, NOT_FOUND, CODE_RETIRED, BAD_USER_INPUT
 */
export const recordBudgetLine = (parts: CommandParts, input: RecordBudgetLineInput) =>
  runCommand(parts, 'recordBudgetLine', input, async (scope) => {
    const place = parsePlace('place', input.place);
    const { districtCode } = place;
    requireWriter(scope.viewer, districtCode);
    await requireArea(scope, place);
    await requireCodes(scope, 'Purpose', [input.purpose], 'purpose');
    const { year, phase, functionalCode, economicCode, purpose, amountFen } = input;
    requireBudget(year, amountFen);

    const id = scope.newId('BudgetLine');
    await scope.tx.db.insert(budgetLineTable).values({
      ...place,
      ...{ id, year, phase, functionalCode, economicCode, purpose, amountFen },
      recordedAt: scope.now,
    });
    return recordNew(scope, { type: 'BudgetLine', id, districtCode });
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
