import {
  checkText,
  parseId,
  refuseUnknown,
  requireFew,
  runCommand,
  type CommandParts,
  type WriteScope,
} from '@linju/kit';
import { and, eq, inArray } from 'drizzle-orm';

import type { VerifyPartnerInput } from '../schema/partner-inputs.js';
import { partnerTable } from '../tables/partner-tables.js';
import { serviceOfferingTable } from '../tables/service-offering-tables.js';
import { parsePremises, writePremises } from './write-premises.js';
import { requireWritable } from './require-record.js';

/**
 * Says that somebody has checked the entry of a partner, and what was found of its premises, titles and services.
 * @throws Refusal NOT_AUTHORISED, NOT_FOUND, BAD_USER_INPUT, RULE_VIOLATED, PERSON_DATA_REFUSED
 */
export const verifyPartner = (parts: CommandParts, input: VerifyPartnerInput) =>
  runCommand(parts, 'verifyPartner', input, async (scope) => {
    const { id, districtCode } = await requireWritable(
      scope,
      'Partner',
      input.partnerId,
      'partnerId',
    );
    const verifiedBy = parseId('Organisation', input.verifiedById, 'verifiedById');
    const facilityIds = input.premises ? parsePremises(input.premises) : null;

    await scope.tx.db
      .update(partnerTable)
      .set({
        lastVerifiedAt: scope.now,
        verifiedBy,
        ...(input.premises && { premisesState: input.premises.state }),
        ...(input.honours && { honours: parseHonours(input.honours) }),
      })
      .where(eq(partnerTable.id, id));
    if (facilityIds) await writePremises(scope, { id, districtCode }, facilityIds);
    await verifyOfferings(scope, { partnerId: id, verifiedBy }, input.offeringIds);
    await scope.changed({ type: 'Partner', id, districtCode, change: 'CHANGED' });
    return { id };
  });

const parseHonours = (honours: readonly string[]): string[] =>
  requireFew('honours', honours, 20).map((honour) => checkText('honours', honour));

async function verifyOfferings(
  { tx, now, changed }: WriteScope,
  { partnerId, verifiedBy }: { readonly partnerId: string; readonly verifiedBy: string },
  offeringIds: readonly string[] | null | undefined,
): Promise<void> {
  const ids = requireFew('offeringIds', [...new Set(offeringIds ?? [])], 50).map((id) =>
    parseId('ServiceOffering', id, 'offeringIds'),
  );
  if (ids.length === 0) return;
  const verified = await tx.db
    .update(serviceOfferingTable)
    .set({ lastVerifiedAt: now, verifiedBy })
    .where(
      and(inArray(serviceOfferingTable.id, ids), eq(serviceOfferingTable.partnerId, partnerId)),
    )
    .returning({ id: serviceOfferingTable.id, districtCode: serviceOfferingTable.districtCode });
  const unknown = ids.find((id) => !verified.some((row) => row.id === id));
  if (unknown) refuseUnknown('ServiceOffering', unknown, 'offeringIds');
  for (const row of verified) await changed({ type: 'ServiceOffering', ...row, change: 'CHANGED' });
}
