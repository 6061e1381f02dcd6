import {
  cityCodeOf,
  parseOptionalId,
  recordNew,
  requireCodes,
  requireFew,
  requirePlace,
  requireWriter,
  runCommand,
  type CommandParts,
  type WriteScope,
} from '@linju/kit';

import { parseContact } from '../rules/contact.js';
import { displayNameOf } from '../rules/display-name.js';
import { requireOneIdentity } from '../rules/partner-identity.js';
import type { IndividualProfileInput, RegisterPartnerInput } from '../schema/partner-inputs.js';
import { partnerPersonalTable, partnerTable } from '../tables/partner-tables.js';
import { parsePremises, writePremises } from './write-premises.js';

const subtypesMax = 10;

/**
 * Enters a new partner of a district. The profile of a person goes to a table of its own.
 * @throws Refusal NOT_AUTHORISED, BAD_USER_INPUT, RULE_VIOLATED, DUPLICATE for an organisation that is a partner
 *         already, PERSON_DATA_REFUSED, NOT_FOUND, CODE_RETIRED, PLACE_MISMATCH
 */
export const registerPartner = (parts: CommandParts, input: RegisterPartnerInput) =>
  runCommand(parts, 'registerPartner', input, async (scope) => {
    const { type, districtCode } = input;
    requireWriter(scope.viewer, districtCode);
    requireOneIdentity(input);
    const place = await requirePlace(scope, input);
    const subtypes = await requireSubtypes(scope, input.subtypes ?? []);
    const facilityIds = parsePremises(input.premises);

    const id = scope.newId('Partner');
    await scope.tx.db.insert(partnerTable).values({
      id,
      type,
      subtypes,
      displayName: displayNameOf(type, id, input.displayName),
      organisationId: parseOptionalId('Organisation', input.organisationId, 'organisationId'),
      cityCode: cityCodeOf(districtCode),
      ...place,
      premisesState: input.premises.state,
      honours: [],
    });
    if (input.individualProfile) {
      await writeProfile(scope, { id, districtCode }, input.individualProfile);
    }
    await writePremises(scope, { id, districtCode }, facilityIds);
    return recordNew(scope, { type: 'Partner', id, districtCode });
  });

async function requireSubtypes(scope: WriteScope, codes: readonly string[]): Promise<string[]> {
  const subtypes = [...requireFew('subtypes', [...new Set(codes)], subtypesMax)];
  await requireCodes(scope, 'PartnerSubtype', subtypes, 'subtypes');
  return subtypes;
}

async function writeProfile(
  { tx }: WriteScope,
  { id, districtCode }: { readonly id: string; readonly districtCode: string },
  profile: IndividualProfileInput,
): Promise<void> {
  await tx.db
    .insert(partnerPersonalTable)
    .values({ partnerId: id, districtCode, ...parseContact(profile) });
}
