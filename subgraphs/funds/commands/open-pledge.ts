import {
  recordNew,
  requireDay,
  requireDayIfGiven,
  requireNotFuture,
  requireWriter,
  runCommand,
  type CommandParts,
} from '@linju/kit';

import { requireAmount } from '../rules/amount.js';
import { parseDonor } from '../rules/donor.js';
import { requireNotClosed } from '../rules/fund-state.js';
import { requireDayOfMonth } from '../rules/pledge-terms.js';
import type { OpenPledgeInput } from '../schema/open-pledge-input.js';
import { pledgePersonalTable, pledgeTable } from '../tables/pledge-tables.js';
import { requireRecord } from './require-record.js';

/**
 * Enters a promise to give money to a fund. Nothing is posted by it.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, AMOUNT_REFUSED, RULE_VIOLATED, BAD_USER_INPUT
 */
export const openPledge = (parts: CommandParts, input: OpenPledgeInput) =>
  runCommand(parts, 'openPledge', input, async (scope) => {
    const fund = await requireRecord(scope, 'Fund', input.fundId, 'fundId');
    const { districtCode } = fund;
    requireWriter(scope.viewer, districtCode);
    requireNotClosed(fund, 'fundId');
    const { donor, visibility } = parseDonor(
      input.donorKind,
      input.donor,
      input.donorVisibility,
      '',
    );

    const id = scope.newId('Pledge');
    await scope.tx.db.insert(pledgeTable).values({
      id,
      fundId: fund.id,
      districtCode,
      kind: input.kind,
      amountFen: requireAmount('amountFen', input.amountFen),
      dayOfMonth: requireDayOfMonth(input.kind, input.dayOfMonth),
      validFrom: requireDay('from', input.from),
      validTo: requireDayIfGiven('to', input.to),
      state: 'ACTIVE',
      donorKind: input.donorKind,
      donorVisibility: visibility,
    });
    if (donor) {
      await scope.tx.db
        .insert(pledgePersonalTable)
        .values({ pledgeId: id, districtCode, visibility, ...donor });
    }
    const begins = {
      state: 'ACTIVE',
      at: requireNotFuture('effectiveAt', input.effectiveAt ?? scope.now, scope.now),
    };
    return recordNew(scope, { type: 'Pledge', id, districtCode, begins });
  });
