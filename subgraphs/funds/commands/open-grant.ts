import {
  checkText,
  recordNew,
  requireArea,
  requireCodes,
  requireFew,
  requireNotFuture,
  requirePeriod,
  requireWriter,
  runCommand,
  type CommandParts,
  type WriteScope,
} from '@linju/kit';

import { requireAmount } from '../rules/amount.js';
import { requireNotClosed } from '../rules/fund-state.js';
import { parsePlace } from '../rules/place.js';
import { parseRecipient } from '../rules/recipient.js';
import type { OpenGrantInput } from '../schema/open-grant-input.js';
import { grantMilestoneTable, grantTable } from '../tables/grant-tables.js';
import { requireRecord } from './require-record.js';

/**
 * Enters an application for money of a fund.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, AMOUNT_REFUSED, CODE_RETIRED, RULE_VIOLATED, BAD_USER_INPUT
 */
export const openGrant = (parts: CommandParts, input: OpenGrantInput) =>
  runCommand(parts, 'openGrant', input, async (scope) => {
    const fund = await requireRecord(scope, 'Fund', input.fundId, 'fundId');
    const { districtCode } = fund;
    requireWriter(scope.viewer, districtCode);
    requireNotClosed(fund, 'fundId');
    await requireCodes(scope, 'Purpose', [input.purpose], 'purpose');
    const place = input.beneficiaryPlace
      ? parsePlace('beneficiaryPlace', input.beneficiaryPlace)
      : null;
    if (place) await requireArea(scope, place);
    const { from, to } = requirePeriod('plannedPeriod', input.plannedPeriod ?? {});

    const id = scope.newId('Grant');
    await scope.tx.db.insert(grantTable).values({
      id,
      fundId: fund.id,
      districtCode,
      ...parseRecipient(input.recipientId),
      title: checkText('title', input.title),
      purpose: input.purpose,
      appliedFen: requireAmount('appliedFen', input.appliedFen),
      plannedFrom: from,
      plannedTo: to,
      beneficiaryPlace: input.beneficiaryPlace ?? null,
      openCall: input.openCall ?? false,
      state: 'PIPELINE',
    });
    await writeMilestones(scope, { id, districtCode }, input);
    const begins = {
      state: 'PIPELINE',
      at: requireNotFuture('effectiveAt', input.effectiveAt ?? scope.now, scope.now),
    };
    return recordNew(scope, { type: 'Grant', id, districtCode, begins });
  });

const milestonesMax = 50;

async function writeMilestones(
  { tx, now }: WriteScope,
  { id, districtCode }: { readonly id: string; readonly districtCode: string },
  { milestones }: OpenGrantInput,
): Promise<void> {
  const planned = requireFew('milestones', milestones, milestonesMax);
  if (planned.length === 0) return;
  await tx.db.insert(grantMilestoneTable).values(
    planned.map(({ name, plannedOn }, index) => ({
      grantId: id,
      position: index + 1,
      districtCode,
      name: checkText(`milestones.${index}.name`, name),
      plannedOn: plannedOn ?? null,
      metOn: null,
      state: 'SCHEDULED' as const,
      dateModified: now,
    })),
  );
}
