import {
  checkText,
  checkValue,
  periodOf,
  refuse,
  requireArea,
  runCommand,
  workflowSourceId,
  type CommandParts,
  type WriteScope,
} from '@linju/kit';

import { requireAmount } from '../rules/amount.js';
import { requireWriter } from '../rules/may-write.js';
import { requireNotFuture } from '../rules/not-future.js';
import { parsePlace } from '../rules/place.js';
import { parseRecipient } from '../rules/recipient.js';
import type { OpenGrantInput } from '../schema/open-grant-input.js';
import { grantMilestoneTable, grantTable } from '../tables/grant-tables.js';
import { sharedTables } from '../tables/shared-tables.js';
import { requireCodes } from './require-codes.js';
import { requireFund } from './require-fund.js';

/**
 * Enters an application for money of a fund.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, AMOUNT_REFUSED, CODE_RETIRED, BAD_USER_INPUT
 */
export const openGrant = (parts: CommandParts, input: OpenGrantInput) =>
  runCommand(parts, 'openGrant', input, async (scope) => {
    const fund = await requireFund(scope.tx, input.fundId);
    const { districtCode } = fund;
    requireWriter(scope.viewer, districtCode);
    await requireCodes(scope, 'Purpose', [input.purpose], 'purpose');
    const place = input.beneficiaryPlace
      ? parsePlace('beneficiaryPlace', input.beneficiaryPlace)
      : null;
    if (place) await requireArea(scope.tx, sharedTables, place);
    const { from = null, to = null } = input.plannedPeriod ?? {};
    checkValue('plannedPeriod', () => periodOf({ from, to }));

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
    const entity = { type: 'Grant', id, districtCode };
    await scope.transition({
      ...entity,
      from: null,
      to: 'PIPELINE',
      effectiveAt: requireNotFuture('effectiveAt', input.effectiveAt ?? scope.now, scope.now),
    });
    await scope.provenance({ ...entity, sourceId: workflowSourceId, method: 'RECORDED' });
    await scope.changed({ ...entity, change: 'CREATED' });
    return { id };
  });

const milestonesMax = 50;

async function writeMilestones(
  { tx, now }: WriteScope,
  { id, districtCode }: { readonly id: string; readonly districtCode: string },
  { milestones }: OpenGrantInput,
): Promise<void> {
  if (!milestones || milestones.length === 0) return;
  if (milestones.length > milestonesMax) {
    refuse('BAD_USER_INPUT', {
      field: 'milestones',
      message: `A grant has at most ${milestonesMax} milestones.`,
    });
  }
  await tx.db.insert(grantMilestoneTable).values(
    milestones.map(({ name, plannedOn }, index) => ({
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
