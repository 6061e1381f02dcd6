import { parseId, requireFew, type WriteScope } from '@linju/kit';
import { eq } from 'drizzle-orm';

import { requirePremisesAgree } from '../rules/premises-state.js';
import type { PremisesInput } from '../schema/partner-inputs.js';
import { partnerPremisesTable } from '../tables/partner-tables.js';

const premisesMax = 20;

/**
 * Reads the premises of a partner.
 * @returns the ids, each once
 * @throws Refusal BAD_USER_INPUT, RULE_VIOLATED
 */
export function parsePremises({ state, facilityIds }: PremisesInput): readonly string[] {
  const ids = requireFew('premises.facilityIds', [...new Set(facilityIds ?? [])], premisesMax);
  requirePremisesAgree(state, ids);
  return ids.map((id) => parseId('Facility', id, 'premises.facilityIds'));
}

/** Puts these premises in the place of those that were recorded. */
export async function writePremises(
  { tx }: WriteScope,
  partner: { readonly id: string; readonly districtCode: string | null },
  facilityIds: readonly string[],
): Promise<void> {
  await tx.db.delete(partnerPremisesTable).where(eq(partnerPremisesTable.partnerId, partner.id));
  if (facilityIds.length === 0) return;
  await tx.db.insert(partnerPremisesTable).values(
    facilityIds.map((facilityId) => ({
      partnerId: partner.id,
      facilityId,
      districtCode: partner.districtCode,
    })),
  );
}
