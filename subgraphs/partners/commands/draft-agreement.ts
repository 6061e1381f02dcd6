import {
  parseId,
  parseOptionalId,
  recordNew,
  requirePeriod,
  runCommand,
  type CommandParts,
} from '@linju/kit';

import {
  requireBeneficiary,
  requireSpaceTerms,
  requireWholeSplit,
} from '../rules/agreement-terms.js';
import type { DraftAgreementInput } from '../schema/agreement-inputs.js';
import { agreementInternalTable, agreementTable } from '../tables/agreement-tables.js';
import { requireWritable } from './require-record.js';

/**
 * Drafts an agreement under a membership. What it says of money is internal and stored apart.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, RULE_VIOLATED, PERIOD_REFUSED, BAD_USER_INPUT
 */
export const draftAgreement = (parts: CommandParts, input: DraftAgreementInput) =>
  runCommand(parts, 'draftAgreement', input, async (scope) => {
    const { mode, revenueShareBps, fundingSplitBps } = input;
    const membership = await requireWritable(
      scope,
      'Membership',
      input.membershipId,
      'membershipId',
    );
    if (fundingSplitBps) requireWholeSplit(fundingSplitBps);
    requireSpaceTerms(mode, input.spaceGrant);
    requireBeneficiary(revenueShareBps, input.beneficiaryAccount);

    const id = scope.newId('Agreement');
    const { partnerId, districtCode } = membership;
    await scope.tx.db.insert(agreementTable).values({
      id,
      membershipId: membership.id,
      partnerId,
      districtCode,
      counterpartyId: parseId('Organisation', input.counterpartyId, 'counterpartyId'),
      communityId: parseOptionalId('Community', input.communityId, 'communityId'),
      mode,
      state: 'DRAFT',
      ...periodColumns(input),
      ...spaceColumns(input),
      revenueShareBps,
      ...beneficiaryColumns(input),
      settlementCycle: input.settlementCycle ?? null,
      relatedParty: input.relatedParty,
    });
    await scope.tx.db.insert(agreementInternalTable).values({
      agreementId: id,
      partnerId,
      districtCode,
      purchaseFen: input.purchaseFen ?? null,
      splitCommunityBps: fundingSplitBps?.community ?? null,
      splitPartnerBps: fundingSplitBps?.partner ?? null,
      splitOtherBps: fundingSplitBps?.other ?? null,
    });
    const begins = { state: 'DRAFT', at: scope.now };
    return recordNew(scope, { type: 'Agreement', id, districtCode, begins });
  });

function periodColumns(input: DraftAgreementInput) {
  const { from, to } = requirePeriod('from', input);
  return { periodFrom: from, periodTo: to };
}

const spaceColumns = ({ spaceGrant }: DraftAgreementInput) => ({
  spaceFacilityId: parseOptionalId('Facility', spaceGrant?.facilityId, 'spaceGrant.facilityId'),
  spaceFeeTier: spaceGrant?.feeTier ?? null,
  // A fee of zero on a free space is no fee.
  spaceFeeFen: spaceGrant?.feeTier === 'FREE' ? null : (spaceGrant?.feeFen ?? null),
});

const beneficiaryColumns = ({ beneficiaryAccount: account }: DraftAgreementInput) => ({
  beneficiaryKind: account?.kind ?? null,
  beneficiaryFundId: parseOptionalId('Fund', account?.fundId, 'beneficiaryAccount.fundId'),
  beneficiaryOrganisationId: parseOptionalId(
    'Organisation',
    account?.organisationId,
    'beneficiaryAccount.organisationId',
  ),
});
