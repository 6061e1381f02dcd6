import { parseOptionalId } from '../ids.js';
import { requireArea, type WrittenArea } from './require-area.js';
import type { WriteScope } from './write-scope.js';

/** A place as a writer names it, down to the community. */
export interface WrittenPlace extends WrittenArea {
  readonly communityId?: string | null | undefined;
}

/**
 * The place of a new record: codes known and in force, the street in the district. Communities belong to one
 * subgraph; in the others only the form of the id is looked at.
 * @returns the columns of the place
 * @throws Refusal BAD_USER_INPUT, PLACE_MISMATCH, NOT_FOUND, CODE_RETIRED
 */
export async function requirePlace(
  scope: Pick<WriteScope, 'tx' | 'tables'>,
  { districtCode, streetCode, communityId }: WrittenPlace,
) {
  await requireArea(scope, { districtCode, streetCode });
  return {
    districtCode,
    streetCode: streetCode ?? null,
    communityId: parseOptionalId('Community', communityId, 'communityId'),
  };
}
