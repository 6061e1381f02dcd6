import {
  recordNew,
  requireNotFuture,
  requireWriter,
  runCommand,
  type CommandParts,
} from '@linju/kit';

import { requireAccepts } from '../rules/scheme-accepts.js';
import type { ApplyForMembershipInput } from '../schema/membership-inputs.js';
import { membershipTable } from '../tables/membership-table.js';
import { requireRecord } from './require-record.js';

/**
 * Enters the application of a partner to a scheme. Officers of the scheme's district decide on it; of the
 * partner's, where the scheme is of the whole city.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, RULE_VIOLATED, PLACE_MISMATCH, BAD_USER_INPUT, DUPLICATE for a
 *         partner whose membership in the scheme has not ended
 */
export const applyForMembership = (parts: CommandParts, input: ApplyForMembershipInput) =>
  runCommand(parts, 'applyForMembership', input, async (scope) => {
    const partner = await requireRecord(scope, 'Partner', input.partnerId, 'partnerId');
    const scheme = await requireRecord(scope, 'PartnerScheme', input.schemeId, 'schemeId');
    const districtCode = scheme.districtCode ?? partner.districtCode;
    requireWriter(scope.viewer, districtCode);
    requireAccepts(scheme, partner);
    const appliedAt = requireNotFuture('appliedAt', input.appliedAt ?? scope.now, scope.now);

    const id = scope.newId('Membership');
    await scope.tx.db.insert(membershipTable).values({
      id,
      partnerId: partner.id,
      schemeId: scheme.id,
      districtCode,
      state: 'APPLIED',
      appliedAt,
    });
    const begins = { state: 'APPLIED', at: appliedAt };
    return recordNew(scope, { type: 'Membership', id, districtCode, begins });
  });
