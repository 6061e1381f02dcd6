import {
  checkText,
  cityCodeOf,
  parseOptionalId,
  recordNew,
  refuse,
  requirePlace,
  requireWriter,
  runCommand,
  type CommandParts,
} from '@linju/kit';

import { requireAwardTerms } from '../rules/award-rule.js';
import type { OpenPartnerSchemeInput } from '../schema/partner-scheme-inputs.js';
import { partnerSchemeTable } from '../tables/partner-scheme-table.js';

/**
 * Sets up a partner scheme of a district.
 * @throws Refusal NOT_AUTHORISED, BAD_USER_INPUT, AMOUNT_REFUSED, NOT_FOUND, CODE_RETIRED
 */
export const openPartnerScheme = (parts: CommandParts, input: OpenPartnerSchemeInput) =>
  runCommand(parts, 'openPartnerScheme', input, async (scope) => {
    const { districtCode } = input;
    requireWriter(scope.viewer, districtCode);
    await requirePlace(scope, { districtCode });
    if (input.status === 'ENDED' || input.partnerTypes.length === 0) {
      refuse('BAD_USER_INPUT', {
        field: input.status === 'ENDED' ? 'status' : 'partnerTypes',
        message: 'A new scheme is PLANNED or ACTIVE and takes at least one type of partner.',
      });
    }

    const id = scope.newId('PartnerScheme');
    await scope.tx.db.insert(partnerSchemeTable).values({
      id,
      name: checkText('name', input.name),
      kind: input.kind,
      status: input.status,
      sponsorId: parseOptionalId('Organisation', input.sponsorId, 'sponsorId'),
      cityCode: cityCodeOf(districtCode),
      districtCode,
      policyId: parseOptionalId('PolicyInstrument', input.policyId, 'policyId'),
      partnerTypes: [...new Set(input.partnerTypes)],
      modes: [...new Set(input.modes)],
      openRecruitment: input.openRecruitment,
      ...awardColumns(input.awardRule),
    });
    return recordNew(scope, { type: 'PartnerScheme', id, districtCode });
  });

function awardColumns(rule: OpenPartnerSchemeInput['awardRule']) {
  if (!rule) return { awardTitle: null, awardMinFen: null, awardMaxFen: null, awardPerYear: null };
  requireAwardTerms(rule);
  return {
    awardTitle: checkText('awardRule.title', rule.title),
    awardMinFen: rule.minFen,
    awardMaxFen: rule.maxFen,
    awardPerYear: rule.perYear,
  };
}
