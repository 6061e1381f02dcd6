import { parseId, runCommand, type CommandParts } from '@linju/kit';
import { eq } from 'drizzle-orm';

import type { VerifyPartnerInput } from '../schema/partner-inputs.js';
import { partnerTable } from '../tables/partner-tables.js';
import { requireOwnRecord, requirePartner } from './require-record.js';
import { parsePremises, writePremises } from './write-premises.js';

/**
 * Says that somebody has checked the entry of a partner, and what was found of its premises.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, BAD_USER_INPUT, RULE_VIOLATED
 */
export const verifyPartner = (parts: CommandParts, input: VerifyPartnerInput) =>
  runCommand(parts, 'verifyPartner', input, async (scope) => {
    const named = await requirePartner(scope, input.partnerId);
    const { id, districtCode } = await requireOwnRecord(scope, 'Partner', named.id, 'partnerId');
    const verifiedBy = parseId('Organisation', input.verifiedById, 'verifiedById');
    const facilityIds = input.premises ? parsePremises(input.premises) : null;

    await scope.tx.db
      .update(partnerTable)
      .set({
        lastVerifiedAt: scope.now,
        verifiedBy,
        ...(input.premises && { premisesState: input.premises.state }),
      })
      .where(eq(partnerTable.id, id));
    if (facilityIds) await writePremises(scope, { id, districtCode }, facilityIds);
    await scope.changed({ type: 'Partner', id, districtCode, change: 'CHANGED' });
    return { id };
  });
