import { refuse } from '@linju/kit';

/** What a merge must know of each of the two records. */
export interface MergeableRecord {
  readonly id: string;
  readonly districtCode: string | null;
  /** The record it was given up for; null while it stands. */
  readonly mergedInto: string | null;
}

/**
 * Two records become one: different, both standing, of one district.
 * @param survivor what the caller's id leads to
 * @throws Refusal MERGE_CYCLE, PLACE_MISMATCH
 */
export function requireMergeable(merged: MergeableRecord, survivor: MergeableRecord): void {
  if (merged.mergedInto !== null) {
    refuse('MERGE_CYCLE', {
      field: 'mergedId',
      message: `${merged.id} was merged into ${merged.mergedInto} before; name that one.`,
    });
  }
  if (merged.id === survivor.id || survivor.mergedInto !== null) {
    refuse('MERGE_CYCLE', {
      field: 'survivorId',
      message: 'Both ids lead to one record already. Name two that both still stand.',
    });
  }
  if (merged.districtCode !== survivor.districtCode) {
    refuse('PLACE_MISMATCH', {
      field: 'survivorId',
      message: 'The two records belong to different districts, so they are not one thing.',
    });
  }
}
