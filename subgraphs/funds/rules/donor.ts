import {
  checkOptionalText,
  isAnalystFor,
  isOfficerOf,
  parseOptionalId,
  refuse,
  type Viewer,
} from '@linju/kit';

import type { DonorKind } from './donor-kind.js';
import type { DonorVisibility } from './donor-visibility.js';

/** Who gave, as far as it is known. Personal (P2) unless the donor is named. */
export interface Donor {
  readonly organisationId: string | null;
  readonly partnerId: string | null;
  readonly name: string | null;
}

/** A donor as a writer names one: exactly one of the three. */
export type WrittenDonor = { readonly [Part in keyof Donor]?: Donor[Part] | undefined };

/** A donor with what may be told of it. */
export interface KnownDonor {
  readonly donor: Donor | null;
  readonly visibility: DonorVisibility;
}

const mayBeNamed: readonly DonorKind[] = ['ORGANISATION', 'GOVERNMENT'];

/**
 * Reads who gives. Individuals are never named in public, whatever the writer says: only a body may
 * be NAMED, and only when it is known which.
 * @param field of the line that names the donor; '' where the input itself does
 * @throws Refusal BAD_USER_INPUT, RULE_VIOLATED, PERSON_DATA_REFUSED
 */
export function parseDonor(
  donorKind: DonorKind | null,
  written: WrittenDonor | null | undefined,
  visibility: DonorVisibility | null | undefined,
  field: string,
): KnownDonor {
  const at = (name: string): string => (field === '' ? name : `${field}.${name}`);
  const donor = written ? parseParts(donorKind, written, at('donor')) : null;
  if (visibility === 'NAMED' && (!donor || !donorKind || !mayBeNamed.includes(donorKind))) {
    refuse('RULE_VIOLATED', {
      field: at('donorVisibility'),
      message: 'Only an organisation that is stated as the donor may be NAMED.',
    });
  }
  return { donor, visibility: visibility ?? 'ANONYMOUS' };
}

function parseParts(donorKind: DonorKind | null, written: WrittenDonor, field: string): Donor {
  const { organisationId = null, partnerId = null, name = null } = written;
  if (donorKind === null) {
    refuse('BAD_USER_INPUT', { field, message: 'This money does not come from a giver.' });
  }
  if ([organisationId, partnerId, name].filter((part) => part !== null).length !== 1) {
    refuse('BAD_USER_INPUT', {
      field,
      message: 'Name the donor by exactly one of organisationId, partnerId and name.',
    });
  }
  if ((partnerId !== null) !== (donorKind === 'PARTNER')) {
    refuse('BAD_USER_INPUT', {
      field,
      message: 'A donor is named by partnerId exactly when the money comes from a PARTNER.',
    });
  }
  return {
    organisationId: parseOptionalId('Organisation', organisationId, `${field}.organisationId`),
    partnerId: parseOptionalId('Partner', partnerId, `${field}.partnerId`),
    name: checkOptionalText(`${field}.name`, name, { lengthMax: 100 }),
  };
}

/** What a viewer is shown of a donor. */
export interface ShownDonor extends Donor {
  readonly masked: boolean;
}

/** A stored donor and where its record belongs. */
export interface StoredDonor extends Donor {
  readonly districtCode: string;
  readonly visibility: DonorVisibility;
}

/**
 * Who may see a donor: of a named one everybody; else officers of the district, the giving partner's
 * own app, and, masked, analysts of the city. Everybody else sees none, and the row policies of the
 * database hold the same line.
 * @returns null where nothing may be seen
 */
export function shownDonor(viewer: Viewer, stored: StoredDonor): ShownDonor | null {
  const { organisationId, partnerId, name, districtCode, visibility } = stored;
  const isOwn = partnerId !== null && viewer.partnerId === partnerId;
  if (visibility === 'NAMED' || isOwn || isOfficerOf(viewer, districtCode)) {
    return { organisationId, partnerId, name, masked: false };
  }
  if (!isAnalystFor(viewer, districtCode)) return null;
  return { organisationId: null, partnerId: null, name: name && maskName(name), masked: true };
}

/** The first character of a name, the rest as stars: 张**. */
export const maskName = (name: string): string => `${[...name][0] ?? ''}**`;

/** A partner and the district whose books are asked. */
export interface PartnerInDistrict {
  readonly partnerId: string;
  readonly districtCode: string;
}

/**
 * Who may know what a partner gave as a donor in a district: those who see its donors unmasked. A list
 * or a count would give the partner away to an analyst, who sees the donor of each transfer masked.
 */
export const mayKnowDonations = (
  viewer: Viewer,
  { partnerId, districtCode }: PartnerInDistrict,
): boolean => viewer.partnerId === partnerId || isOfficerOf(viewer, districtCode);
