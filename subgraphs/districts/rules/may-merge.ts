import { refuse } from '@linju/kit';

/** What a merge must know of each of the two records. */
export interface MergePartner {
  readonly id: string;
  readonly districtCode: string | null;
  readonly mergedInto: string | null;
}

/**
 * Two records become one: different, of one district, neither merged away before.
 * @throws Refusal MERGE_CYCLE, PLACE_MISMATCH
 */
export function requireMergeable(merged: MergePartner, survivor: MergePartner): void {
  if (merged.id === survivor.id || survivor.mergedInto !== null || merged.mergedInto !== null) {
    refuse('MERGE_CYCLE', {
      field: 'survivorId',
      message: 'Name two different records that both still stand.',
    });
  }
  if (merged.districtCode !== survivor.districtCode) {
    refuse('PLACE_MISMATCH', {
      field: 'survivorId',
      message: 'The two records belong to different districts, so they are not one thing.',
    });
  }
}
