import { runCommand, type CommandParts } from '@linju/kit';

import { requireEffectiveInstant } from '../rules/effective-instant.js';
import { requireWriter } from '../rules/may-write.js';
import { requireAccepts } from '../rules/scheme-accepts.js';
import type { ApplyForMembershipInput } from '../schema/membership-inputs.js';
import { membershipTable } from '../tables/membership-table.js';
import { recordNew } from './record-new.js';
import { requirePartner, requireRecord } from './require-record.js';

/**
 * Enters the application of a partner to a scheme. Officers of the scheme's district decide on it; of the
 * partner's, where the scheme is of the whole city.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, RULE_VIOLATED, PLACE_MISMATCH, BAD_USER_INPUT, DUPLICATE for a
 *         partner whose membership in the scheme has not ended
 */
export const applyForMembership = (parts: CommandParts, input: ApplyForMembershipInput) =>
  runCommand(parts, 'applyForMembership', input, async (scope) => {
    const partner = await requirePartner(scope, input.partnerId);
    const scheme = await requireRecord(scope, 'PartnerScheme', input.schemeId, 'schemeId');
    const districtCode = scheme.districtCode ?? partner.districtCode;
    requireWriter(scope.viewer, districtCode);
    requireAccepts(scheme, partner);
    const appliedAt = requireEffectiveInstant({
      stated: input.appliedAt,
      now: scope.now,
      lastMove: null,
      field: 'appliedAt',
    });

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
