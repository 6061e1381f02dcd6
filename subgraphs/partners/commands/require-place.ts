import { parseId, requireArea, type Transaction } from '@linju/kit';

import { sharedTables } from '../tables/shared-tables.js';

interface WrittenPlace {
  readonly districtCode: string;
  readonly streetCode?: string | null | undefined;
  readonly communityId?: string | null | undefined;
}

/**
 * The place of a new record: codes known and in force, the street in the district. A community is another
 * subgraph's, so only the form of its id is looked at.
 * @returns the columns of the place
 * @throws Refusal BAD_USER_INPUT, PLACE_MISMATCH, NOT_FOUND, CODE_RETIRED
 */
export async function requirePlace(tx: Transaction, place: WrittenPlace) {
  await requireArea(tx, sharedTables, place);
  return {
    districtCode: place.districtCode,
    streetCode: place.streetCode ?? null,
    communityId: parseOptionalId('Community', place.communityId, 'communityId'),
  };
}

/** The city of a district, by its code. */
export const cityCodeOf = (districtCode: string): string => `${districtCode.slice(0, 4)}00`;

/** Reads an id that may be left out; null stays null. @throws Refusal BAD_USER_INPUT */
export const parseOptionalId = (
  type: string,
  id: string | null | undefined,
  field: string,
): string | null => (id === null || id === undefined ? null : parseId(type, id, field));
